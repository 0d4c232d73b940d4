package studio.domain.certificate;

import java.util.Optional;
import studio.domain.kernel.Name;

/**
 * What a certificate is for.
 *
 * @param kind the place in the tree
 * @param name the object's name: that of the stream for its authorities and homes, a uid for what can be renamed (member sites)
 */
public record CertificateSubject(Kind kind, Name name) {

    /** The places in the certificate tree. */
    public enum Kind {
        /** Signs the authorities of the whole installation, and nothing else but the Service Home's own. */
        ROOT,
        /** A component of the Service Home, for its management listeners. */
        SERVICE_HOME,
        /** Signs the certificates with which a backbone's interior routers meet each other. */
        INTERIOR_CA,
        /** Signs the server certificates of a backbone's access points. */
        ACCESS_POINT_CA,
        /** An interior router's own. */
        INTERIOR_SITE,
        /** An access point's server certificate. */
        ACCESS_POINT,
        /** Signs the certificates of one network's home and sites. */
        NETWORK_CA,
        /** A network's home. */
        NETWORK_HOME,
        /** A member site's own. */
        MEMBER_SITE;

        /** The place of whoever signs certificates of this kind; the root signs its own. */
        public Optional<Kind> issuer() {
            return switch (this) {
                case ROOT -> Optional.empty();
                case SERVICE_HOME, INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> Optional.of(ROOT);
                case INTERIOR_SITE -> Optional.of(INTERIOR_CA);
                case ACCESS_POINT -> Optional.of(ACCESS_POINT_CA);
                case NETWORK_HOME, MEMBER_SITE -> Optional.of(NETWORK_CA);
            };
        }

        /** Says whether such a certificate signs others. */
        public boolean isAuthority() {
            return switch (this) {
                case ROOT, INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> true;
                case SERVICE_HOME, INTERIOR_SITE, ACCESS_POINT, NETWORK_HOME, MEMBER_SITE -> false;
            };
        }
    }
}

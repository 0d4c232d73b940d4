package studio.domain.certificate;

import studio.domain.kernel.Name;

/**
 * What a certificate is for.
 *
 * @param kind the place in the tree
 * @param name the object's name: the backbone's for its two authorities, else the site's or access point's
 */
public record CertificateSubject(Kind kind, Name name) {

    /** The places in the certificate tree that exist so far. */
    public enum Kind {
        /** Signs the certificates with which a backbone's interior routers meet each other. */
        INTERIOR_CA,
        /** Signs the server certificates of a backbone's access points. */
        ACCESS_POINT_CA,
        /** An interior router's own. */
        INTERIOR_SITE,
        /** An access point's server certificate. */
        ACCESS_POINT
    }
}

package studio.certificates.signer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What shall be in a certificate, whoever signs it.
 *
 * @param commonName the common name, the subject's only part
 * @param uri        the URI by which the holder is known
 * @param hosts      DNS names and addresses under which the holder serves
 * @param purposes   what the certificate may be used for
 * @param life       its validity
 * @param keyKind    the kind of the key where the signer makes it
 */
public record Profile(
        String commonName,
        Optional<String> uri,
        List<String> hosts,
        Set<Purpose> purposes,
        Life life,
        KeyKind keyKind) {

    /** Keeps its own copies. */
    public Profile {
        hosts = List.copyOf(hosts);
        purposes = Set.copyOf(purposes);
    }

    /** What a certificate may be used for. */
    public enum Purpose {
        /** Signs authorities. */
        ROOT,
        /** Signs holders' certificates, and no authority's. */
        AUTHORITY,
        /** Its holder listens. */
        SERVER,
        /** Its holder connects. */
        CLIENT
    }

    /**
     * A validity.
     *
     * @param notBefore its first moment
     * @param notAfter  its last moment; earlier if the issuer's is
     */
    public record Life(Instant notBefore, Instant notAfter) {

        /** The same, but not longer than that. */
        public Life until(Instant last) {
            return new Life(notBefore, notAfter.isAfter(last) ? last : notAfter);
        }
    }

    /** Whether it is an authority's. */
    public boolean isAuthority() {
        return purposes.contains(Purpose.ROOT) || purposes.contains(Purpose.AUTHORITY);
    }
}

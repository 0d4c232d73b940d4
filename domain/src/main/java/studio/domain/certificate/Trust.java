package studio.domain.certificate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;

/**
 * Whom to trust, as it follows from a stream's certificates. Routers know no revocation lists, so that they are told of authorities and of
 * holders; whoever ends TLS in Studio's own code is also told of single certificates.
 */
public final class Trust {

    private Trust() {}

    /**
     * The authorities of a place in the tree that are trusted, the newest first. One that was rotated is trusted beside its successor
     * until it is revoked or its validity ends, so that nobody is cut off while holders move from one to the other.
     */
    public static List<TlsCertificate> authorities(CertificateSubject.Kind kind, Entities entities) {
        return entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == kind)
                .filter(Trust::isTrusted)
                .sorted(Comparator.comparingInt((TlsCertificate certificate) ->
                                certificate.lineage().ordinal())
                        .reversed())
                .toList();
    }

    /** The same as a text: what a listener or connector has as its anchors. */
    public static String bundle(CertificateSubject.Kind kind, Entities entities) {
        return bundle(authorities(kind, entities));
    }

    /** Those authorities as a text, without what is above them. */
    public static String bundle(List<TlsCertificate> authorities) {
        return authorities.stream()
                .flatMap(certificate -> certificate.knownSigned().stream())
                .flatMap(signed -> signed.chain().stream())
                .map(Pem::first)
                .collect(Collectors.joining());
    }

    /**
     * The holders of a kind that are kept out though their authority is trusted: those who have a certificate that was revoked, and none
     * that came after it. A router knows a holder by name alone, whichever certificate it shows.
     */
    public static Set<Name> denied(CertificateSubject.Kind kind, Entities entities) {
        Map<Name, TlsCertificate> newest = new HashMap<>();
        entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == kind)
                .filter(certificate -> certificate.knownSigned().isPresent())
                .forEach(certificate -> newest.merge(certificate.subject().name(), certificate, Trust::newer));
        return newest.values().stream()
                .filter(TlsCertificate.Revoked.class::isInstance)
                .map(certificate -> certificate.subject().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static TlsCertificate newer(TlsCertificate one, TlsCertificate other) {
        return one.lineage().ordinal() > other.lineage().ordinal() ? one : other;
    }

    /** The fingerprints of all that was revoked and is still valid by its dates. */
    public static Set<Digest> revoked(Collection<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(TlsCertificate.Revoked.class::isInstance)
                .flatMap(certificate -> certificate.knownSigned().stream())
                .map(TlsCertificate.Signed::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Says whether it is trusted by what the log says. */
    public static boolean isTrusted(TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Issued c -> true;
            case TlsCertificate.Superseded c -> true;
            case TlsCertificate.Requested c -> false;
            case TlsCertificate.Failed c -> false;
            case TlsCertificate.Revoked c -> false;
            case TlsCertificate.Expired c -> false;
        };
    }
}

package studio.backbone.trust;

import java.util.List;
import java.util.stream.Stream;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.Trust;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/**
 * An authority's newest certificate that is signed and that nobody has acknowledged, with those that it is to follow.
 *
 * @param stream      the stream that it is in
 * @param certificate the new certificate
 * @param added       its text in PEM form
 * @param before      the texts of those before it that are trusted still
 */
public record Succession(StreamKey stream, TlsCertificate.Issued certificate, String added, List<String> before) {

    /** Keeps its own copy. */
    public Succession {
        before = List.copyOf(before);
    }

    /** Those of a stream, as far as these certificates tell; one for each authority at most. */
    public static List<Succession> of(StreamKey stream, List<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(TlsCertificate.Issued.class::isInstance)
                .map(TlsCertificate.Issued.class::cast)
                .filter(Succession::isAwaited)
                .filter(issued -> later(issued, certificates).noneMatch(Succession::isAwaited))
                .map(issued -> new Succession(stream, issued, text(issued), before(issued, certificates)))
                .toList();
    }

    /** The first of its kind signs at once: nobody trusts another one. */
    private static boolean isAwaited(TlsCertificate certificate) {
        return certificate instanceof TlsCertificate.Issued issued
                && issued.subject().kind().isAuthority()
                && issued.lineage().supersedes().isPresent()
                && issued.usedSince().isEmpty();
    }

    private static Stream<TlsCertificate> later(TlsCertificate.Issued issued, List<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(other -> other.subject().equals(issued.subject()))
                .filter(other -> other.lineage().ordinal() > issued.lineage().ordinal());
    }

    private static List<String> before(TlsCertificate.Issued issued, List<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(other -> other.subject().equals(issued.subject()))
                .filter(other -> other.lineage().ordinal() < issued.lineage().ordinal())
                .filter(Trust::isTrusted)
                .map(Succession::text)
                .toList();
    }

    private static String text(TlsCertificate certificate) {
        return Trust.bundle(List.of(certificate));
    }

    /** The uid of the new certificate. */
    public Uid uid() {
        return certificate.meta().uid();
    }
}

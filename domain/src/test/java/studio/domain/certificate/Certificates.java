package studio.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;

/** What signers answer and holders ask in specs. */
public final class Certificates {

    /** How long certificates of specs are valid. */
    public static final Duration LIFE = Duration.ofDays(90);

    private Certificates() {}

    /** What a signer answers, of whom nothing is said. */
    public static Signed signed(Instant now) {
        return signed("0a1b", now, Optional.empty());
    }

    /** What the authority of that uid answers. */
    public static Signed signed(Instant now, Uid issuer) {
        return signed("0a1b", now, Optional.of(issuer));
    }

    /** What a signer answers with that serial number. */
    public static Signed signed(String serial, Instant now, Optional<Uid> issuer) {
        return new Signed(serial, new Digest("ab".repeat(32)), now, now.plus(LIFE), issuer, Optional.empty());
    }

    /** A holder's request, different for each text. */
    public static String signingRequest(String text) {
        return pem("CERTIFICATE REQUEST", text);
    }

    /** A chain of one certificate, different for each text. */
    public static String chain(String text) {
        return pem("CERTIFICATE", text);
    }

    /** Text in PEM form with that label. */
    static String pem(String label, String text) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text);
    }
}

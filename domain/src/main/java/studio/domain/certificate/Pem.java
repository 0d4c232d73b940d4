package studio.domain.certificate;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.domain.kernel.Rejection;

/** Texts in PEM form (RFC 7468) as they may enter the log: public ones alone, since keys stay where they are made. */
public final class Pem {

    /** The longest signing request. */
    public static final int MAX_REQUEST = 8_192;

    /** The longest chain of certificates. */
    public static final int MAX_CHAIN = 16_384;

    private static final String END = "-----END CERTIFICATE-----";

    private static final Pattern REQUEST = blocks("CERTIFICATE REQUEST", "");
    private static final Pattern CHAIN = blocks("CERTIFICATE", "{1,8}");

    private Pem() {}

    private static Pattern blocks(String label, String count) {
        return Pattern.compile("(-----BEGIN %1$s-----\\R([A-Za-z0-9+/=]{1,76}+\\R)++-----END %1$s-----\\R?)%2$s"
                .formatted(label, count));
    }

    /** Says why that text is no signing request that can be kept, if so. */
    public static Optional<Rejection> flawedRequest(String field, Optional<String> text) {
        return text.flatMap(present ->
                flaw(field, present, REQUEST, MAX_REQUEST, "must be one certificate request (PKCS #10) in PEM form"));
    }

    /** Says why that text is no chain of certificates that can be kept, if so. */
    public static Optional<Rejection> flawedChain(String field, Optional<String> text) {
        return text.flatMap(
                present -> flaw(field, present, CHAIN, MAX_CHAIN, "must be 1 to 8 certificates in PEM form"));
    }

    /** The first certificate of a chain. */
    public static String first(String chain) {
        int end = chain.indexOf(END);
        return end < 0 ? chain : chain.substring(0, end + END.length()) + "\n";
    }

    private static Optional<Rejection> flaw(String field, String text, Pattern form, int longest, String rule) {
        return text.length() <= longest && form.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Rejection.ofField(
                        INVALID_VALUE, field, rule + ", of at most " + longest + " characters and without a key"));
    }
}

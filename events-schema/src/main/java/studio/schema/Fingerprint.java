package studio.schema;

import java.nio.charset.StandardCharsets;
import studio.domain.kernel.Digest;

/** SHA-256 of a text, for ids that follow from something longer. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The digest of the text in UTF-8. */
    public static Digest of(String text) {
        return Digest.of(HashChain.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

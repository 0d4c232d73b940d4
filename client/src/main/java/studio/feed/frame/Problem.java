package studio.feed.frame;

/**
 * Why something is refused.
 *
 * @param slug stable, for programs
 * @param text for people
 */
public record Problem(String slug, String text) {

    /** The hash or count of what is there after a change is not what the server says. */
    public static final String ROOT_DIFFERS = "root-differs";

    /** What comes is older than what is there. */
    public static final String OLDER = "older-than-applied";

    /** What comes could not be written down. */
    public static final String NOT_STORED = "not-stored";

    /** It is more than there is room for. */
    public static final String TOO_LARGE = "too-large";

    /** The peer speaks another version of the protocol. */
    public static final String UNKNOWN_PROTOCOL = "unknown-protocol";

    /** What came is no frame of this protocol. */
    public static final String BAD_FRAME = "bad-frame";

    /** Somebody with the same certificate has connected after this one. */
    public static final String SUPERSEDED = "superseded";

    /** Too many come at once: later is better. */
    public static final String BUSY = "busy";

    /** The server knows no such site. */
    public static final String UNKNOWN_SUBJECT = "unknown-subject";

    /** The certificate's validity is over. */
    public static final String CERTIFICATE_EXPIRED = "certificate-expired";

    /** The certificate was revoked. */
    public static final String CERTIFICATE_REVOKED = "certificate-revoked";

    /** The peer said nothing when it was its turn. */
    public static final String SILENT = "silent";

    /** An item is of a kind that this program does not know, or cannot be read. */
    public static final String UNKNOWN_ITEM = "unknown-item";

    /** An item's content is not what its digest stands for. */
    public static final String DIGEST_DIFFERS = "digest-differs";

    /** Checks the bounds. */
    public Problem {
        Bounds.name("problem", slug);
        Bounds.text("problem.text", text);
    }
}

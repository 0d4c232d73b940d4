package studio.domain.plan;

/**
 * Why something of the application is not at a site, or how it does there.
 *
 * @param code  what is found
 * @param text  the same as a sentence for people
 * @param cause what says so
 */
public record Finding(Code code, String text, Cause cause) {

    /** What is found. */
    public enum Code {
        /** The endpoint is not meant for the site. */
        NOT_ALLOCATED,
        /** The application stands still, there or everywhere. */
        HALTED,
        /** The site's participant declined it. */
        DECLINED,
        /** The site's participant has not decided yet. */
        PROPOSED,
        /** The endpoint is part of no service link. */
        NOT_LINKED,
        /** It was accepted, and the site has not said that it runs. */
        PENDING,
        /** It was accepted and does not work. */
        FAILED,
        /** It runs. */
        RUNNING,
        /** The ingress has no place left for the offering site. */
        NO_SLOT
    }
}

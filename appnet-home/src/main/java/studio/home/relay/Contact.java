package studio.home.relay;

/** Whether a site is there. */
public enum Contact {
    /** It is. */
    LIVE,
    /** It was silent for too long. */
    LOST,
    /** It was not heard of since the home began, and may come. */
    UNKNOWN
}

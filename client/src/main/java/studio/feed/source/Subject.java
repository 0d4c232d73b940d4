package studio.feed.source;

/** Whom a session is for, as the certificate says. */
public sealed interface Subject {

    /** The one component of the vector of who has everything. */
    String EVERYTHING = "*";

    /** The home of a network, which has the items of all its audiences. */
    record Home() implements Subject {}

    /**
     * A site, which has the items of its own audiences.
     *
     * @param audience the key of the audience that it is alone in
     */
    record Site(String audience) implements Subject {}
}

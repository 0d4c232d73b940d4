package studio.standin.core;

import java.util.Optional;

/** One consumer of an address: a link, another router, the router's own agent, a TCP connector. */
public interface Destination {

    /** The connection it is at, for which it is no destination. */
    default Optional<Object> connection() {
        return Optional.empty();
    }

    /** How much is on its way there. */
    default long load() {
        return 0;
    }

    /** How far it is. */
    default long cost() {
        return 0;
    }

    /** Does it take streams? */
    default boolean takesStreams() {
        return false;
    }

    /** Takes a message. */
    void deliver(Parcel parcel);

    /** Takes a stream; the feed hears of it until the sink is ended, aborted or broken. */
    default Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
        return Optional.empty();
    }
}

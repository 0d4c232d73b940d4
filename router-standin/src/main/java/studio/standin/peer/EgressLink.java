package studio.standin.peer;

import java.util.Optional;
import studio.standin.amqp.Named;
import studio.standin.core.ByteSink;
import studio.standin.core.Destination;
import studio.standin.core.Parcel;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;

/** A consumer at the other side of a link; behind an edge router's link there may be one of streams, too. */
public record EgressLink(OutLink link, boolean manyAddresses) implements Destination {

    /** A consumer of the link's one address. */
    public EgressLink(OutLink link) {
        this(link, false);
    }

    @Override
    public Optional<Object> connection() {
        return link.peer().role() == Role.EDGE ? Optional.of(link.peer()) : Optional.empty();
    }

    @Override
    public long load() {
        return link.load();
    }

    @Override
    public boolean takesStreams() {
        return link.peer().role() == Role.EDGE;
    }

    @Override
    public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
        return link.peer().stream(Optional.of(link.address()), request, "", feed);
    }

    @Override
    public void deliver(Parcel parcel) {
        byte[] message = manyAddresses ? new Named(parcel.to(), parcel.message()).encode() : parcel.message();
        link.send(message, parcel.settlement());
    }
}

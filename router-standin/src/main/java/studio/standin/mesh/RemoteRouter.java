package studio.standin.mesh;

import java.util.Optional;
import studio.standin.core.ByteSink;
import studio.standin.core.Destination;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;

/** Another interior router, reached by way of the neighbour that is the first on the cheapest path. */
final class RemoteRouter implements Destination {

    private final String id;
    private final Mesh mesh;
    private long underWay;

    RemoteRouter(String id, Mesh mesh) {
        this.id = id;
        this.mesh = mesh;
    }

    @Override
    public long load() {
        return underWay;
    }

    @Override
    public long cost() {
        return mesh.cost(id);
    }

    @Override
    public boolean takesStreams() {
        return true;
    }

    @Override
    public void deliver(Parcel parcel) {
        Optional<Neighbour> next = mesh.towards(id);
        if (next.isEmpty()) {
            parcel.settlement().release();
            return;
        }
        byte[] packed = new Transit(id, parcel.to(), parcel.message()).encode();
        if (parcel.settlement().unheard()) {
            next.get().transit().send(packed, Settlement.UNHEARD);
            return;
        }
        underWay++;
        next.get().transit().send(packed, state -> {
            underWay--;
            parcel.settlement().settle(state);
        });
    }

    @Override
    public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
        return mesh.towards(id).flatMap(next -> next.forStream().stream(Optional.empty(), request, id, feed));
    }
}

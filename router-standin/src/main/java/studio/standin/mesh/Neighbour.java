package studio.standin.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.standin.peer.OutLink;
import studio.standin.peer.Peer;

/** The connections with one neighbour that were made together: one for what routers tell each other, some for bytes alone. */
final class Neighbour {

    static final String STATES = "_$standin.states";
    static final String TRANSIT = "_$standin.transit";

    private final Peer control;
    private final String group;
    private final long generation;
    private final long cost;
    private final OutLink states;
    private final OutLink transit;
    private final List<Peer> data = new ArrayList<>();
    private int turn;

    Neighbour(Peer control, String group, long generation, long cost) {
        this.control = control;
        this.group = group;
        this.generation = generation;
        this.cost = cost;
        states = OutLink.initiate(control, Optional.of(STATES));
        transit = OutLink.initiate(control, Optional.of(TRANSIT));
        control.attachments().keep(states);
        control.attachments().keep(transit);
    }

    String router() {
        return control.container();
    }

    Peer control() {
        return control;
    }

    String group() {
        return group;
    }

    long generation() {
        return generation;
    }

    long cost() {
        return cost;
    }

    OutLink states() {
        return states;
    }

    OutLink transit() {
        return transit;
    }

    void add(Peer peer) {
        data.add(peer);
    }

    void remove(Peer peer) {
        data.remove(peer);
    }

    /** The connection for the next stream. */
    Peer forStream() {
        List<Peer> open = data.stream().filter(Peer::open).toList();
        return open.isEmpty() ? control : open.get(Math.floorMod(turn++, open.size()));
    }
}

package studio.standin.tcp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a listener or connector has carried. */
public final class TcpCounts {

    private final String name;
    private final Set<TcpFlow> live = new LinkedHashSet<>();
    private long opened;
    private long closed;
    private long pastIn;
    private long pastOut;

    TcpCounts(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The real router counts what a connector is behind as its first connection. */
    void addDispatcher() {
        opened++;
    }

    void add(TcpFlow flow) {
        opened++;
        live.add(flow);
    }

    void remove(TcpFlow flow) {
        if (live.remove(flow)) {
            closed++;
            pastIn += flow.octetsIn();
            pastOut += flow.octetsOut();
        }
    }

    /** Connections that were opened. */
    public long opened() {
        return opened;
    }

    /** Connections that were closed. */
    public long closed() {
        return closed;
    }

    /** Bytes that came in. */
    public long bytesIn() {
        return pastIn + live.stream().mapToLong(TcpFlow::octetsIn).sum();
    }

    /** Bytes that went out. */
    public long bytesOut() {
        return pastOut + live.stream().mapToLong(TcpFlow::octetsOut).sum();
    }

    /** The connections that last. */
    public List<TcpFlow> live() {
        return List.copyOf(live);
    }
}

package studio.standin.tcp;

import java.net.InetSocketAddress;
import java.util.Optional;

/** One TCP connection of a listener or connector, as management and flow records show it. */
public final class TcpFlow {

    private final long number;
    private final TcpSocket socket;
    private final TcpCounts owner;
    private final boolean incoming;
    private final long started = System.currentTimeMillis() * 1000;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private long ended;

    TcpFlow(long number, TcpSocket socket, TcpCounts owner, boolean incoming) {
        this.number = number;
        this.socket = socket;
        this.owner = owner;
        this.incoming = incoming;
        peer = socket.channel().remoteAddress();
        local = socket.channel().localAddress();
    }

    /** Its identity for management. */
    public long number() {
        return number;
    }

    /** The name of its listener or connector. */
    public String owner() {
        return owner.name();
    }

    /** Did a client connect to a listener, rather than a connector to a server? */
    public boolean incoming() {
        return incoming;
    }

    /** Where the client, or the server, is. */
    public InetSocketAddress peer() {
        return peer;
    }

    /** Where this side is. */
    public InetSocketAddress local() {
        return local;
    }

    /** Bytes from the client or server. */
    public long octetsIn() {
        return socket.bytesRead();
    }

    /** Bytes to the client or server. */
    public long octetsOut() {
        return socket.bytesWritten();
    }

    /** How many microseconds the first answer took, once it came. */
    public Optional<Long> latency() {
        return socket.waited();
    }

    /** In microseconds since the epoch. */
    public long started() {
        return started;
    }

    /** In microseconds since the epoch; 0 while it lasts. */
    public long ended() {
        return ended;
    }

    /** Closes it. */
    public void close() {
        socket.close();
    }

    void end() {
        ended = System.currentTimeMillis() * 1000;
    }
}

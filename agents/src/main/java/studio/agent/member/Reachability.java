package studio.agent.member;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Whether something listens at a place, and else why not. */
final class Reachability {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Reachability() {}

    /** Why nobody can connect there; nothing if one can. */
    static Optional<String> flaw(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}

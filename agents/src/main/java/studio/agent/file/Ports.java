package studio.agent.file;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ports on loopback that a site was given once and has again after a restart: a router that went on listens where it did.
 *
 * @param directory where they are written down
 */
public record Ports(Path directory) {

    /** The port of that purpose; a free one if it has none yet and none is asked for. */
    public int of(String purpose, int asked) throws IOException {
        Path file = directory.resolve(purpose + ".port");
        if (asked == 0 && Files.exists(file)) {
            String text = Files.readString(file).strip();
            if (text.matches("[1-9][0-9]{0,4}")) {
                return Integer.parseInt(text);
            }
        }
        int port = asked == 0 ? free() : asked;
        AtomicFiles.write(file, port + "\n");
        return port;
    }

    /** Where a member's own router takes connections for the home of its network. */
    public int ofFeed() throws IOException {
        return of("feed", 0);
    }

    /** A port that nobody has now. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

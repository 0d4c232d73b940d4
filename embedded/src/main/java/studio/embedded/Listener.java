package studio.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whose a port is. Two installations may choose the same one at the same moment, and the one that came too late must not
 * take the other's answer for its own.
 *
 * @param process who should listen
 */
record Listener(ProcessHandle process) {

    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    /** Whether the process itself listens there; where the system doesn't tell, as only Linux does, whether anybody does. */
    boolean isOn(int port) {
        Path descriptors = directory().resolve("fd");
        if (!Files.isReadable(descriptors)) {
            return Ports.answers(port);
        }
        try (Stream<Path> files = Files.list(descriptors)) {
            Set<String> sockets = listening(port);
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false; // It has just ended.
        }
    }

    /** The sockets of anybody who listens on the port, as a process' descriptors name them. */
    private Set<String> listening(int port) throws IOException {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = directory().resolve("net").resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.get(STATE).equals(LISTENING) && fields.get(ADDRESS).endsWith(suffix)) {
                    sockets.add("socket:[" + fields.get(INODE) + "]");
                }
            }
        }
        return sockets;
    }

    private Path directory() {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // It has just been closed.
        }
    }
}

package studio.home.relay;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import studio.domain.kernel.Uid;
import studio.home.config.PortRange;

/** Which network has which port. A network keeps its port, since its sites know it. */
final class FeedPorts {

    private final Path file;
    private final PortRange range;
    private final TreeMap<String, Integer> ports = new TreeMap<>();

    /** Those that are remembered in that file. */
    FeedPorts(Path file, PortRange range) throws IOException {
        this.file = file;
        this.range = range;
        if (Files.exists(file)) {
            Properties remembered = new Properties();
            remembered.load(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)));
            remembered.forEach((network, port) -> ports.put(network.toString(), Integer.valueOf(port.toString())));
        }
    }

    /** The port that the network has. */
    Optional<Integer> of(Uid network) {
        return Optional.ofNullable(ports.get(network.toString()));
    }

    /** The lowest port that no network has, but those. */
    Optional<Integer> free(Set<Integer> tried) {
        Set<Integer> taken = new TreeSet<>(ports.values());
        taken.addAll(tried);
        for (int port = range.first(); port <= range.last(); port++) {
            if (!taken.contains(port)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    void remember(Uid network, int port) throws IOException {
        ports.put(network.toString(), port);
        save();
    }

    void forget(Uid network) throws IOException {
        if (ports.remove(network.toString()) != null) {
            save();
        }
    }

    private void save() throws IOException {
        String text = ports.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text, StandardCharsets.US_ASCII);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

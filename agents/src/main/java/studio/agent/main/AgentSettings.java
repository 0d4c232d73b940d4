package studio.agent.main;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.agent.file.AtomicFiles;

/**
 * What whoever runs an agent has said once, and is kept in its directory.
 *
 * @param management the port on loopback where the agent manages its router
 * @param listenHost the address on which the router listens
 * @param publicHost the name by which others reach it, if somebody has said it
 */
record AgentSettings(int management, String listenHost, Optional<String> publicHost) {

    private static final String FILE = "agent.json";
    private static final String EVERYWHERE = "0.0.0.0";

    /** Those of that directory, or new ones, with what is said now in place of what was said before. */
    static AgentSettings of(Path directory, Optional<String> listenHost, Optional<String> publicHost)
            throws IOException {
        AgentSettings kept = read(directory);
        AgentSettings settings = new AgentSettings(
                kept.management(), listenHost.orElse(kept.listenHost()), publicHost.or(kept::publicHost));
        settings.write(directory);
        return settings;
    }

    private static AgentSettings read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new AgentSettings(freePort(), EVERYWHERE, Optional.empty());
        }
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            return new AgentSettings(
                    json.getInteger("management"),
                    json.getString("listenHost"),
                    Optional.ofNullable(json.getString("publicHost")));
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            throw new IOException(file + " is damaged; delete it to begin with new settings", e);
        }
    }

    private void write(Path directory) throws IOException {
        JsonObject json = new JsonObject().put("management", management).put("listenHost", listenHost);
        publicHost.ifPresent(host -> json.put("publicHost", host));
        AtomicFiles.write(directory.resolve(FILE), json.encodePrettily() + "\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package studio.agent.main;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.agent.file.AtomicFiles;
import studio.agent.file.Ports;
import studio.domain.network.AcceptancePolicy;

/**
 * What whoever runs an agent has said once, and is kept in its directory.
 *
 * @param management the port on loopback where the agent manages its router
 * @param listenHost the address on which the router listens
 * @param publicHost the name by which others reach it, if somebody has said it
 * @param stated     what whoever joined said of changes that nobody looks at
 */
record AgentSettings(int management, String listenHost, Optional<String> publicHost, AcceptancePolicy stated) {

    private static final String FILE = "agent.json";
    private static final String EVERYWHERE = "0.0.0.0";

    /** Those of that directory, or new ones, with what is said now in place of what was said before. */
    static AgentSettings of(Path directory, Optional<String> listenHost, Optional<String> publicHost)
            throws IOException {
        AgentSettings kept = read(directory);
        AgentSettings settings = new AgentSettings(
                kept.management(),
                listenHost.orElse(kept.listenHost()),
                publicHost.or(kept::publicHost),
                kept.stated());
        settings.write(directory);
        return settings;
    }

    /** Keeps what whoever joined said of changes that nobody looks at. */
    static void state(Path directory, AcceptancePolicy policy) throws IOException {
        AgentSettings kept = read(directory);
        new AgentSettings(kept.management(), kept.listenHost(), kept.publicHost(), policy).write(directory);
    }

    private static AgentSettings read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new AgentSettings(Ports.free(), EVERYWHERE, Optional.empty(), AcceptancePolicy.ASK);
        }
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            return new AgentSettings(
                    json.getInteger("management"),
                    json.getString("listenHost"),
                    Optional.ofNullable(json.getString("publicHost")),
                    policy(json));
        } catch (DecodeException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged; delete it to begin with new settings", e);
        }
    }

    private static AcceptancePolicy policy(JsonObject json) {
        return new AcceptancePolicy(
                AcceptancePolicy.Mode.valueOf(json.getString("accept", AcceptancePolicy.Mode.ASK.name())),
                Optional.ofNullable(json.getInstant("acceptUntil")));
    }

    private void write(Path directory) throws IOException {
        JsonObject json = new JsonObject().put("management", management).put("listenHost", listenHost);
        json.put("accept", stated.mode().name());
        stated.until().ifPresent(until -> json.put("acceptUntil", until));
        publicHost.ifPresent(host -> json.put("publicHost", host));
        AtomicFiles.write(directory.resolve(FILE), json.encodePrettily() + "\n");
    }
}

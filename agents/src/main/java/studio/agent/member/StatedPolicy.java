package studio.agent.member;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import studio.agent.file.AtomicFiles;
import studio.domain.network.AcceptancePolicy;

/**
 * What the person who joined said about changes that nobody looks at. It counts until the site has decided anything itself.
 *
 * @param directory the site's directory
 */
public record StatedPolicy(Path directory) {

    private Path file() {
        return directory.resolve("stated-policy.json");
    }

    /** Keeps what was said. */
    public void keep(AcceptancePolicy policy) throws IOException {
        JsonObject json = new JsonObject().put("mode", policy.mode().name());
        policy.until().ifPresent(until -> json.put("until", until.toString()));
        AtomicFiles.write(file(), json.encode() + "\n");
    }

    /** What was said; to ask, if nothing was or it can't be read. */
    public AcceptancePolicy read() throws IOException {
        if (!Files.exists(file())) {
            return AcceptancePolicy.ASK;
        }
        try {
            JsonObject json = new JsonObject(Files.readString(file()));
            return new AcceptancePolicy(
                    AcceptancePolicy.Mode.valueOf(json.getString("mode")),
                    Optional.ofNullable(json.getString("until")).map(Instant::parse));
        } catch (DecodeException | IllegalArgumentException | DateTimeException damaged) {
            return AcceptancePolicy.ASK;
        }
    }
}

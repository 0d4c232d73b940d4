package studio.agent.platform.linux;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.agent.file.AtomicFiles;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Ref;

/**
 * What was started for a workload, as it is written down for an agent that is started again.
 *
 * @param endpoint the endpoint
 * @param digest   the version that was accepted
 * @param archive  the digest of the archive that it runs from
 * @param program  stands for all that makes a difference to its processes
 * @param hosts    where its instances are found
 */
record Running(Ref endpoint, String digest, String archive, String program, List<String> hosts) {

    Running {
        hosts = List.copyOf(hosts);
    }

    /** What stands for a command, its environment and where its instances are. */
    static String program(String archive, List<String> command, Map<String, String> env, List<String> hosts) {
        JsonArray all = new JsonArray()
                .add(archive)
                .add(new JsonArray(List.copyOf(command)))
                .add(new JsonObject(new TreeMap<>(env)))
                .add(new JsonArray(List.copyOf(hosts)));
        return Digest.ofText(all.encode()).hex();
    }

    /** The same processes for another version. */
    Running of(String version) {
        return new Running(endpoint, version, archive, program, hosts);
    }

    void write(Path file) throws IOException {
        AtomicFiles.write(
                file,
                new JsonObject()
                                .put("name", endpoint.name().value())
                                .put("uid", endpoint.uid().toString())
                                .put("digest", digest)
                                .put("archive", archive)
                                .put("program", program)
                                .put("hosts", new JsonArray(hosts))
                                .encode()
                        + "\n");
    }

    static Optional<Running> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonObject json = new JsonObject(Files.readString(file));
        return Optional.of(new Running(
                new Ref(Name.of(json.getString("name")), Uid.parse(json.getString("uid"))),
                json.getString("digest"),
                json.getString("archive"),
                json.getString("program"),
                json.getJsonArray("hosts").stream().map(String::valueOf).toList()));
    }
}

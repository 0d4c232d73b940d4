package studio.agent.decide;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.file.AtomicFiles;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Ref;

/**
 * Where a participant's decisions are kept: in one file that is replaced as a whole and signed with the site's key. One that is
 * damaged or not the site's own is put aside, and everything is asked for again: no file is never taken for consent.
 */
public final class DecisionFile {

    private static final Logger LOGGER = LoggerFactory.getLogger(DecisionFile.class);
    private static final String BODY = "decisions";
    private static final String SIGNATURE = "signature";

    private final Path file;
    private final Signatures signatures;

    /** The file, and the key that signs it. */
    public DecisionFile(Path file, Signatures signatures) {
        this.file = file.toAbsolutePath();
        this.signatures = signatures;
    }

    /** What was decided, if anything is kept that can be believed. */
    public Optional<Decisions> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonObject kept = new JsonObject(Files.readString(file));
            String body = kept.getString(BODY, "");
            if (!signatures.isOurs(body, kept.getString(SIGNATURE, ""))) {
                return aside("it is not signed with the site's key");
            }
            return Optional.of(decode(new JsonObject(body)));
        } catch (RuntimeException damaged) {
            return aside(String.valueOf(damaged.getMessage()));
        }
    }

    private Optional<Decisions> aside(String reason) throws IOException {
        Path kept = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        LOGGER.atWarn()
                .addKeyValue("reason", reason)
                .addKeyValue("kept", kept)
                .log("The decisions can't be believed and were put aside; changes are asked for again");
        return Optional.empty();
    }

    /** Keeps decisions in place of what was kept before. */
    public void write(Decisions decisions) throws IOException {
        String body = encode(decisions).encode();
        JsonObject kept = new JsonObject().put(BODY, body).put(SIGNATURE, signatures.sign(body));
        AtomicFiles.write(file, kept.encode() + "\n");
    }

    private static JsonObject encode(Decisions decisions) {
        JsonArray stances = new JsonArray();
        decisions.stances().values().stream()
                .sorted(Comparator.comparing(stance -> stance.endpoint().uid()))
                .forEach(stance -> stances.add(encode(stance)));
        JsonObject policy =
                new JsonObject().put("mode", decisions.policy().mode().name());
        decisions.policy().until().ifPresent(until -> policy.put("until", until.toString()));
        return new JsonObject()
                .put("site", decisions.site().toString())
                .put("lastSeq", decisions.lastSeq())
                .put("policy", policy)
                .put("paused", decisions.paused())
                .put("stances", stances);
    }

    private static JsonObject encode(Stance stance) {
        JsonObject json = new JsonObject()
                .put("name", stance.endpoint().name().value())
                .put("uid", stance.endpoint().uid().toString())
                .put("seen", stance.seen())
                .put("since", stance.since().toString());
        stance.held().ifPresent(held -> json.put("held", held));
        stance.latest().ifPresent(latest -> json.put("latest", encode(latest)));
        return json;
    }

    private static JsonObject encode(Statement statement) {
        return new JsonObject()
                .put("seq", statement.seq())
                .put("endpoint", statement.endpoint())
                .put("digest", statement.digest())
                .put("verdict", statement.verdict().word())
                .put("reason", statement.reason())
                .put("inputs", statement.inputs())
                .put("by", statement.by())
                .put("at", statement.at().toString())
                .put(SIGNATURE, statement.signature());
    }

    private static Decisions decode(JsonObject json) {
        Map<Uid, Stance> stances = new HashMap<>();
        for (Object each : json.getJsonArray("stances")) {
            Stance stance = stance((JsonObject) each);
            stances.put(stance.endpoint().uid(), stance);
        }
        JsonObject policy = json.getJsonObject("policy");
        return new Decisions(
                Uid.parse(json.getString("site")),
                json.getLong("lastSeq"),
                new AcceptancePolicy(
                        AcceptancePolicy.Mode.valueOf(policy.getString("mode")),
                        Optional.ofNullable(policy.getString("until")).map(Instant::parse)),
                json.getBoolean("paused"),
                stances);
    }

    private static Stance stance(JsonObject json) {
        return new Stance(
                new Ref(Name.of(json.getString("name")), Uid.parse(json.getString("uid"))),
                Optional.ofNullable(json.getJsonObject("latest")).map(DecisionFile::statement),
                Optional.ofNullable(json.getString("held")),
                json.getString("seen"),
                Instant.parse(json.getString("since")));
    }

    private static Statement statement(JsonObject json) {
        return new Statement(
                json.getLong("seq"),
                json.getString("endpoint"),
                json.getString("digest"),
                Verdict.find(json.getString("verdict")).orElseThrow(),
                json.getString("reason"),
                json.getString("inputs"),
                json.getString("by"),
                Instant.parse(json.getString("at")),
                json.getString(SIGNATURE));
    }
}

package studio.agent.enrol;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.agent.certificate.KeyMaker;
import studio.agent.feed.FeedKeys;
import studio.agent.file.AtomicFiles;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/**
 * A site's directory, as far as joining fills it. Who the site is comes last: a directory without that is one that has not joined.
 *
 * @param directory the directory
 */
public record EnrolmentFiles(Path directory) {

    private static final String ENROLMENT = "enrolment.json";

    /** The ordinal of the claim's own key. */
    public static final int CLAIM = 1;

    /** Its keys. */
    public FeedKeys keys() {
        return new FeedKeys(directory.resolve("keys"));
    }

    /** The request of the claim. It is the same each time, since the key is: whoever asks again gets the same answer. */
    public String request() throws IOException {
        AtomicFiles.directory(directory);
        Path file = keys().request(CLAIM);
        if (!Files.exists(file)) {
            KeyMaker.Request made = KeyMaker.request(Optional.empty());
            AtomicFiles.write(keys().key(CLAIM), made.key());
            AtomicFiles.write(file, made.request());
        }
        return Files.readString(file);
    }

    /** Keeps what a claim gave. */
    public void keep(ClaimAnswer.Claimed claimed) throws IOException {
        keys().add(CLAIM, claimed.certificate(), Files.readString(keys().key(CLAIM)));
        AtomicFiles.write(directory.resolve("root.pem"), claimed.root());
        AtomicFiles.write(directory.resolve("trust.pem"), claimed.trust());
        AtomicFiles.write(
                directory.resolve(ENROLMENT), json(claimed.enrolment()).encodePrettily() + "\n");
    }

    private static JsonObject json(Enrolment enrolment) {
        JsonObject json = new JsonObject()
                .put("role", enrolment.role().name())
                .put("installation", enrolment.installation())
                .put("site", enrolment.site().value())
                .put("siteUid", enrolment.siteUid().toString())
                .put("parent", enrolment.parent().value())
                .put("parentUid", enrolment.parentUid().toString())
                .put("routerId", enrolment.routerId())
                .put(
                        "feed",
                        new JsonObject()
                                .put("host", enrolment.feed().host())
                                .put("port", enrolment.feed().port())
                                .put("uri", enrolment.feed().uri()));
        enrolment.vanId().ifPresent(vanId -> json.put("vanId", vanId));
        return LinksJson.write(json, enrolment.links());
    }

    /**
     * Who the site is, if it has joined.
     *
     * @throws IOException if that can't be read
     */
    public Optional<Enrolment> read() throws IOException {
        Path file = directory.resolve(ENROLMENT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(enrolment(new JsonObject(Files.readString(file))));
        } catch (DecodeException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw new IOException(file + " is damaged; join again with a new bundle, from an empty directory", e);
        }
    }

    private static Enrolment enrolment(JsonObject json) {
        JsonObject feed = json.getJsonObject("feed");
        return new Enrolment(
                Enrolment.Role.valueOf(json.getString("role")),
                json.getString("installation"),
                Name.of(json.getString("site")),
                Uid.parse(json.getString("siteUid")),
                Name.of(json.getString("parent")),
                Uid.parse(json.getString("parentUid")),
                json.getString("routerId"),
                Optional.ofNullable(json.getString("vanId")),
                new Enrolment.Feeding(feed.getString("host"), feed.getInteger("port"), feed.getString("uri")),
                LinksJson.read(json));
    }
}

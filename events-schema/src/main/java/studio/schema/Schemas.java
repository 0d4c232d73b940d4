package studio.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import studio.domain.StreamType;

/**
 * Every version of every record's schema. They travel with the program, so that a replay needs no registry; the registry has the
 * same ones for everybody else.
 */
public final class Schemas {

    /** The namespace of events. */
    public static final String EVENTS = "studio.events.";

    /** The namespace of commands. */
    public static final String COMMANDS = "studio.commands.";

    /** The full name of a batch, which every stream takes. */
    public static final String BATCH = COMMANDS + "Batch";

    /** The full name of a command's outcome. */
    public static final String OUTCOME = "studio.outcomes.CommandOutcome";

    /** The full name of something that an audience is to have. */
    public static final String ITEM = "studio.desired.Item";

    /** The full name of what such a thing is. */
    public static final String ITEM_SPEC = "studio.desired.ItemSpec";

    /** The full name of what an audience has, in short. */
    public static final String AUDIENCE_HEAD = "studio.desired.AudienceHead";

    /** The full name of how far a site is. */
    public static final String SITE_STATUS = "studio.status.SiteStatus";

    private static final List<String> RECORD_NAMES = namesInTheDomain();

    private static final Map<String, List<Schema>> VERSIONS = new ConcurrentHashMap<>();

    private Schemas() {}

    /** The full names of all records that go on topics, sorted. */
    public static List<String> recordNames() {
        return RECORD_NAMES;
    }

    private static List<String> namesInTheDomain() {
        Stream<String> events = StreamType.ALL.stream()
                .flatMap(type -> StreamType.records(type.events()).stream())
                .map(record -> EVENTS + record.getSimpleName());
        Stream<String> commands = StreamType.ALL.stream()
                .flatMap(type -> StreamType.records(type.commands()).stream())
                .map(record -> COMMANDS + record.getSimpleName());
        return Stream.of(events, commands, Stream.of(BATCH, OUTCOME, ITEM, ITEM_SPEC, AUDIENCE_HEAD, SITE_STATUS))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * All versions of a record's schema, the first version first.
     *
     * @throws IllegalArgumentException if there is no such record
     */
    public static List<Schema> versions(String fullName) {
        List<Schema> versions = VERSIONS.get(fullName);
        return versions == null ? loadOnce(fullName) : versions;
    }

    /** The version in which such records are written now; versions count from 1. */
    public static int latestVersion(String fullName) {
        return versions(fullName).size();
    }

    /** The schema in which such records are written now. */
    public static Schema latest(String fullName) {
        return versions(fullName).getLast();
    }

    /**
     * One version of a record's schema.
     *
     * @throws IllegalArgumentException if this program does not know that version: a newer one wrote the record
     */
    public static Schema version(String fullName, int version) {
        List<Schema> versions = versions(fullName);
        if (version < 1 || version > versions.size()) {
            throw new IllegalArgumentException("version " + version + " of " + fullName + " is not known here");
        }
        return versions.get(version - 1);
    }

    private static List<Schema> loadOnce(String fullName) {
        // Names come from record headers, too: one that is none of ours must neither reach a file nor stay in memory.
        if (Collections.binarySearch(RECORD_NAMES, fullName) < 0) {
            throw new IllegalArgumentException("there is no schema of '" + fullName + "'");
        }
        return VERSIONS.computeIfAbsent(fullName, Schemas::load);
    }

    private static List<Schema> load(String fullName) {
        List<Schema> versions = new ArrayList<>();
        for (Optional<Schema> next = load(fullName, 1); next.isPresent(); next = load(fullName, versions.size() + 1)) {
            versions.add(next.get());
        }
        return List.copyOf(versions);
    }

    private static Optional<Schema> load(String fullName, int version) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schemas/" + fullName + "/" + version + ".avsc")) {
            return file == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException("schema " + version + " of " + fullName + " cannot be read", e);
        }
    }
}

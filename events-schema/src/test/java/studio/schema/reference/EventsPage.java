package studio.schema.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateEvent;
import studio.schema.Schemas;

/** The page that lists every event and command with its fields. */
final class EventsPage {

    private static final String HEAD = """
        # Events and commands

        Generated from the schemas by `ReferencePagesTest`; rewrite it with `-Dstudio.rewrite=true`.

        An event says what happened and is kept for ever. A command says what somebody wants. An outcome says what became of a
        command. How they stand on their topics: [topics](topics.md). For tools: [asyncapi.yaml](asyncapi.yaml). The schemas
        themselves: [schemas](../../events-schema/src/main/resources/schemas).

        A type with a question mark may be absent.
        """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final SortedMap<String, Schema> types = new TreeMap<>();

    private static final Set<Class<?>> SHARED_EVENTS = new LinkedHashSet<>(StreamType.records(CertificateEvent.class));
    private static final Set<Class<?>> SHARED_COMMANDS =
            new LinkedHashSet<>(StreamType.records(CertificateCommand.class));

    private EventsPage() {}

    static String text() {
        EventsPage page = new EventsPage();
        StreamType.ALL.forEach(page::stream);
        page.shared();
        page.batch();
        page.outcome();
        page.desired();
        page.types();
        return page.page.toString();
    }

    private void stream(StreamType<?, ?> type) {
        line("\n## Streams `" + type.label() + "/…`");
        records(StreamType.records(type.events()), StreamType.records(type.commands()));
    }

    private void records(List<Class<?>> events, List<Class<?>> commands) {
        line("\n### Events");
        records(Schemas.EVENTS, events, SHARED_EVENTS);
        line("\n### Commands");
        records(Schemas.COMMANDS, commands, SHARED_COMMANDS);
    }

    /** What several streams have is told once. */
    private void records(String namespace, List<Class<?>> records, Set<Class<?>> shared) {
        if (records.stream().anyMatch(shared::contains)) {
            line("\nThose of certificates, [below](#certificates-in-several-streams).");
        }
        records.stream().filter(record -> !shared.contains(record)).forEach(record -> record(namespace, record));
    }

    private void shared() {
        line("\n## Certificates, in several streams");
        line("\n### Their events");
        SHARED_EVENTS.forEach(record -> record(Schemas.EVENTS, record));
        line("\n### Their commands");
        SHARED_COMMANDS.forEach(record -> record(Schemas.COMMANDS, record));
    }

    private void record(String namespace, Class<?> record) {
        record("####", Schemas.latest(namespace + record.getSimpleName()));
    }

    private void batch() {
        line("\n## Batches, in every stream");
        record("###", Schemas.latest(Schemas.BATCH));
    }

    private void outcome() {
        line("\n## Outcomes");
        record("###", Schemas.latest(Schemas.OUTCOME));
    }

    private void desired() {
        line("\n## What sites are to have, and how far they are");
        Stream.of(Schemas.ITEM, Schemas.AUDIENCE_HEAD, Schemas.SITE_STATUS)
                .forEach(name -> record("###", Schemas.latest(name)));
    }

    private void types() {
        line("\n## Types");
        types.forEach((name, type) -> {
            switch (type.getType()) {
                case RECORD -> record("###", type);
                case ENUM -> line("\n### " + name + "\n\n" + type.getDoc() + "\n\n" + symbols(type));
                default -> line("\n### " + name + "\n\n" + type.getDoc() + " " + type.getFixedSize() + " bytes.");
            }
        });
    }

    private void record(String level, Schema record) {
        line("\n" + level + " " + record.getName());
        line("\n" + record.getDoc() + (isOnTopic(record) ? " " + name(record) : ""));
        line("\n| field | type | meaning |\n|---|---|---|");
        record.getFields()
                .forEach(
                        field -> line("| " + field.name() + " | " + type(field.schema()) + " | " + field.doc() + " |"));
    }

    private static boolean isOnTopic(Schema record) {
        return Schemas.recordNames().contains(record.getFullName());
    }

    private static String name(Schema record) {
        return "`" + record.getFullName() + "`, version " + Schemas.latestVersion(record.getFullName()) + ".";
    }

    private static String symbols(Schema type) {
        return type.getEnumSymbols().stream().map(symbol -> "`" + symbol + "`").collect(Collectors.joining(", "));
    }

    private String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> type(schema.getTypes().get(1)) + "?";
            case ARRAY -> "list of " + type(schema.getElementType());
            case RECORD, ENUM, FIXED -> link(schema);
            default -> plain(schema);
        };
    }

    /** Notes the type, and with it the types of its fields, for the end of the page. */
    private String link(Schema schema) {
        if (types.putIfAbsent(schema.getName(), schema) == null && schema.getType() == Schema.Type.RECORD) {
            schema.getFields().forEach(field -> type(field.schema()));
        }
        return "[" + schema.getName() + "](#" + schema.getName().toLowerCase(Locale.ROOT) + ")";
    }

    private static String plain(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return logical == null ? schema.getType().getName() : logical.getName();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}

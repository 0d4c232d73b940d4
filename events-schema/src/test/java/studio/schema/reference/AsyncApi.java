package studio.schema.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import studio.schema.Schemas;
import studio.schema.Topic;

/** What others may follow, as an AsyncAPI document. */
final class AsyncApi {

    private static final String HEAD =
            "# Generated from the schemas by ReferencePagesTest; rewrite it with -Dstudio.rewrite=true.\n";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private AsyncApi() {}

    static String text() throws JsonProcessingException {
        return HEAD + YAML.writeValueAsString(document());
    }

    private static Map<String, Object> document() {
        List<String> events = Schemas.recordNames().stream()
                .filter(name -> name.startsWith(Schemas.EVENTS))
                .toList();
        List<String> outcomes = List.of(Schemas.OUTCOME);
        List<String> desired = List.of(Schemas.ITEM, Schemas.AUDIENCE_HEAD);
        List<String> status = List.of(Schemas.SITE_STATUS);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/vnd.apache.avro");
        document.put(
                "channels",
                ordered(
                        "events", channel(Topic.EVENTS, events),
                        "outcomes", channel(Topic.OUTCOMES, outcomes),
                        "desired", channel(Topic.DESIRED, desired),
                        "status", channel(Topic.STATUS, status)));
        document.put(
                "operations",
                ordered(
                        "publishEvents", operation("events"),
                        "publishOutcomes", operation("outcomes"),
                        "publishDesired", operation("desired"),
                        "publishStatus", operation("status")));
        Stream<String> all = Stream.of(events, outcomes, desired, status).flatMap(List::stream);
        document.put("components", Map.of("messages", keyed(all, AsyncApi::message)));
        return document;
    }

    private static Map<String, Object> info() {
        return ordered(
                "title", "Studio",
                "version", "1.0.0",
                "description",
                        "What happens in a Studio installation, for everybody who may read its Kafka topics. The page"
                                + " topics.md beside this file says how records are framed.");
    }

    private static Map<String, Object> channel(Topic topic, List<String> names) {
        return ordered(
                "address", topic.topicName(),
                "description", topic.content(),
                "messages", keyed(names.stream(), name -> ref("#/components/messages/" + simple(name))));
    }

    private static Map<String, Object> operation(String channel) {
        return ordered("action", "send", "channel", ref("#/channels/" + channel));
    }

    private static Map<String, Object> message(String name) {
        Schema schema = Schemas.latest(name);
        int version = Schemas.latestVersion(name);
        String file = "../../events-schema/src/main/resources/schemas/" + name + "/" + version + ".avsc";
        return ordered(
                "name", name,
                "summary", schema.getDoc(),
                "headers", headers(name, version),
                "payload", ordered("schemaFormat", "application/vnd.apache.avro;version=1.9.0", "schema", ref(file)),
                "bindings", Map.of("kafka", Map.of("key", ordered("type", "string", "description", key(name)))));
    }

    private static String key(String name) {
        return switch (name) {
            case Schemas.ITEM -> "The stream, the audience and the item's key, with bars between.";
            case Schemas.AUDIENCE_HEAD -> "The stream and the audience, with a bar between.";
            case Schemas.SITE_STATUS -> "The stream and the site's uid, with a bar between.";
            default -> "The stream.";
        };
    }

    private static Map<String, Object> headers(String name, int version) {
        return ordered(
                "type",
                "object",
                "properties",
                ordered(
                        "ce_specversion", Map.of("const", "1.0"),
                        "ce_id", ordered("type", "string", "description", id(name)),
                        "ce_source", ordered("type", "string", "examples", List.of(source(name) + "network/shop")),
                        "ce_type", Map.of("const", name),
                        "ce_dataschema", Map.of("const", "studio:schemas/" + name + "/" + version)));
    }

    private static String id(String name) {
        return name.equals(Schemas.OUTCOME) ? "The command's id." : "The event's id.";
    }

    private static String source(String name) {
        return name.equals(Schemas.OUTCOME) ? "studio:outcomes/" : "studio:streams/";
    }

    private static Map<String, Object> keyed(Stream<String> names, Function<String, Map<String, Object>> value) {
        return names.collect(Collectors.toMap(AsyncApi::simple, value, (a, b) -> a, LinkedHashMap::new));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Map<String, Object> ref(String target) {
        return Map.of("$ref", target);
    }

    /** A map in the order of the arguments: keys and values by turns. */
    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

package studio.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A router's configuration: a list of entities, as in skrouterd's JSON files. */
public record RouterConfiguration(List<Entry> entities) {

    /** One entity of it. */
    public record Entry(String type, Map<String, Object> attributes) {}

    private static final List<String> FIRST =
            List.of("router", "network", "site", "policy", "vhost", "sslProfile", "address", "autoLink", "log");

    /** With its entities in the order in which a router makes them: who is referred to comes first. */
    public RouterConfiguration {
        List<Entry> sorted = new ArrayList<>(entities);
        sorted.sort(Comparator.comparingInt(entry -> rank(entry.type())));
        entities = List.copyOf(sorted);
        if (entities.stream().noneMatch(entry -> entry.type().equals("router"))) {
            throw new IllegalArgumentException("the configuration has no router entity");
        }
    }

    private static int rank(String type) {
        int rank = FIRST.indexOf(type);
        return rank < 0 ? FIRST.size() : rank;
    }

    /** Reads a file whose name ends in {@code .json}. */
    public static RouterConfiguration read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads a JSON text. */
    public static RouterConfiguration parse(String json) {
        try {
            List<List<Object>> read = new ObjectMapper().readValue(json, new TypeReference<>() {});
            return new RouterConfiguration(
                    read.stream().map(RouterConfiguration::entry).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot load configuration file: Expecting value: " + e.getOriginalMessage(), e);
        }
    }

    private static Entry entry(List<Object> pair) {
        if (pair.size() != 2 || !(pair.get(1) instanceof Map<?, ?> given)) {
            throw new IllegalArgumentException("an entity is a pair of its type and its attributes: " + pair);
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        given.forEach((key, value) ->
                Optional.ofNullable(value).ifPresent(present -> attributes.put(key.toString(), present)));
        return new Entry(pair.get(0).toString(), attributes);
    }

    private Map<String, Object> router() {
        return entities.stream()
                .filter(entry -> entry.type().equals("router"))
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    /** What is said of the router's site; empty if nothing is. */
    public Map<String, Object> site() {
        return entities.stream()
                .filter(entry -> entry.type().equals("site"))
                .findFirst()
                .map(Entry::attributes)
                .orElseGet(Map::of);
    }

    /** The router's name. */
    public String id() {
        return String.valueOf(router().getOrDefault("id", "router"));
    }

    /** Is it an edge router? */
    public boolean edge() {
        return "edge".equals(router().get("mode"));
    }
}

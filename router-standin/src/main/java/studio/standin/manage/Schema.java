package studio.standin.manage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All types of entities, read from a list beside this class. */
final class Schema {

    private static final List<String> COMMON = List.of("  name string !C", "  identity string", "  type string !C");

    private final Map<String, EntityType> types = new LinkedHashMap<>();

    private Schema() {}

    static Schema load() {
        Schema schema = new Schema();
        try (InputStream list = Objects.requireNonNull(Schema.class.getResourceAsStream("entities.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            List<String> block = new ArrayList<>();
            for (String line : reader.lines().toList()) {
                if (line.isBlank()) {
                    schema.add(block);
                    block.clear();
                } else if (!line.startsWith("#")) {
                    block.add(line);
                }
            }
            schema.add(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ManagementException e) {
            throw new IllegalStateException("the list of entities", e);
        }
        return schema;
    }

    private void add(List<String> block) throws ManagementException {
        if (block.isEmpty()) {
            return;
        }
        List<String> head = List.of(block.getFirst().split(" ", 3));
        Map<String, AttributeType> attributes = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(block.subList(1, block.size()));
        lines.addAll(COMMON);
        for (String line : lines) {
            AttributeType attribute = AttributeType.parse(line);
            attributes.put(attribute.name(), attribute);
        }
        types.put(head.get(0), new EntityType(head.get(0), List.of(head.get(1).split(",", -1)), attributes));
    }

    /** By its long or its short name. */
    Optional<EntityType> find(String name) {
        return Optional.ofNullable(
                types.get(name.startsWith(EntityType.PREFIX) ? name.substring(EntityType.PREFIX.length()) : name));
    }

    EntityType require(String name) throws ManagementException {
        return find(name).orElseThrow(() -> ManagementException.bad("No such entity type '" + name + "'"));
    }

    List<EntityType> all() {
        return List.copyOf(types.values());
    }
}

package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two JSON documents. Arrays are compared as a whole: the domain's are sets and small. */
public final class JsonDiff {

    private JsonDiff() {}

    /**
     * A field that is not what it was.
     *
     * @param pointer where it is (RFC 6901)
     * @param before  what it was; absent if it was not there
     * @param after   what it is; absent if it is there no more
     */
    public record FieldChange(String pointer, Optional<JsonNode> before, Optional<JsonNode> after) {}

    /** The fields that differ, in the order of their names. */
    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", Optional.of(before), Optional.of(after), changes);
        return changes;
    }

    private static void compare(
            String pointer, Optional<JsonNode> before, Optional<JsonNode> after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.filter(JsonNode::isObject).isEmpty()
                || after.filter(JsonNode::isObject).isEmpty()) {
            changes.add(new FieldChange(pointer, before, after));
            return;
        }
        Set<String> names = new TreeSet<>();
        before.get().fieldNames().forEachRemaining(names::add);
        after.get().fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    Optional.ofNullable(before.get().get(name)),
                    Optional.ofNullable(after.get().get(name)),
                    changes);
        }
    }
}

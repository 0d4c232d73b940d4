package studio.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real objects of a tenant, to put in the place of paths' parameters: they are found by reading the list above each. */
final class TenantObjects {

    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    private final ApiClient reader;
    private final String tenant;
    private final String commandId;
    private final Map<String, Optional<JsonNode>> found = new HashMap<>();

    /**
     * Objects of that tenant.
     *
     * @param reader    sees everything
     * @param commandId a command that one of the tenant gave
     */
    TenantObjects(ApiClient reader, String tenant, String commandId) {
        this.reader = reader;
        this.tenant = tenant;
        this.commandId = commandId;
    }

    /** The path with the tenant's objects in the place of its parameters; fails if there is none for some parameter. */
    String fill(String template) {
        String path = template;
        for (Matcher parameter = PARAMETER.matcher(path); parameter.find(); parameter = PARAMETER.matcher(path)) {
            String collection = path.substring(0, parameter.start() - 1);
            path = collection + "/" + value(collection, parameter.group(1)) + path.substring(parameter.end());
        }
        return path;
    }

    private String value(String collection, String parameter) {
        if (collection.equals("/commands")) {
            return commandId;
        }
        JsonNode object = found.computeIfAbsent(list(collection), this::first)
                .orElseThrow(() -> new AssertionError("there is nothing in " + collection));
        return Stream.of(parameter, "name", "publisher", "uid")
                .map(object::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                // A service is also known by its publisher's name and its own, which is no part of a path.
                .filter(text -> !text.contains("/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing for {" + parameter + "} in " + object));
    }

    /** The endpoints at a site are those of its network. */
    private static String list(String collection) {
        return collection.endsWith("/endpoints")
                ? collection.substring(0, collection.indexOf("/sites/")) + "/processes"
                : collection;
    }

    /** In the lists of all tenants its own; whatever is below is its own anyway. */
    private Optional<JsonNode> first(String list) {
        boolean common = list.lastIndexOf('/') == 0;
        return reader.get(list + (common ? "?limit=500" : ""))
                .json()
                .path("items")
                .valueStream()
                .filter(object -> !common || object.toString().contains("\"" + tenant + "-"))
                .findFirst();
    }
}

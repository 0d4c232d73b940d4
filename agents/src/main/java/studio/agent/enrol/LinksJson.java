package studio.agent.enrol;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.plan.ItemSpec;

/** Links to the backbone, as an answer to a claim has them and as they are kept. */
final class LinksJson {

    private static final String FIELD = "links";

    private LinksJson() {}

    /** Those of an answer or a file; earlier ones have none. */
    static List<ItemSpec.Link> read(JsonObject json) {
        return json.getJsonArray(FIELD, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(LinksJson::link)
                .toList();
    }

    private static ItemSpec.Link link(JsonObject json) {
        return new ItemSpec.Link(
                Name.of(required(json, "name")),
                new Attachment.Endpoint(
                        Uid.parse(required(json, "attachment")),
                        Uid.parse(required(json, "accessPoint")),
                        required(json, "host"),
                        json.getInteger("port"),
                        required(json, "authority")),
                json.getInteger("priority"));
    }

    private static String required(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field))
                .orElseThrow(() -> new IllegalArgumentException(FIELD + ": " + field + " is missing"));
    }

    /** Adds them. */
    static JsonObject write(JsonObject json, List<ItemSpec.Link> links) {
        JsonArray all = new JsonArray();
        links.forEach(link -> all.add(new JsonObject()
                .put("name", link.attachment().value())
                .put("attachment", link.target().attachment().toString())
                .put("accessPoint", link.target().accessPoint().toString())
                .put("host", link.target().host())
                .put("port", link.target().port())
                .put("authority", link.target().authority())
                .put("priority", link.priority())));
        return json.put(FIELD, all);
    }
}

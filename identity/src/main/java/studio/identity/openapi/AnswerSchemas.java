package studio.identity.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says which properties an answer always has: all that can't be null, since those that can are left out instead. What can be asked with
 * says itself what it needs.
 */
final class AnswerSchemas {

    private final Map<String, Schema> schemas;
    private final Set<String> asked = new HashSet<>();

    private AnswerSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void complete(OpenAPI description) {
        AnswerSchemas answers =
                new AnswerSchemas(Map.copyOf(description.getComponents().getSchemas()));
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Operation::getRequestBody)
                .flatMap(Stream::ofNullable)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(answers::ask);
        answers.schemas.forEach((name, schema) -> {
            if (!answers.asked.contains(name)) {
                require(schema);
            }
        });
    }

    private void ask(Schema schema) {
        Optional.ofNullable(schema.getRef())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .filter(asked::add)
                .map(schemas::get)
                .ifPresent(this::ask);
        parts(schema).forEach(this::ask);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        Stream.ofNullable(schema.getProperties()).flatMap(all -> all.values().stream()),
                        choices(schema))
                .flatMap(some -> some);
    }

    private static Stream<Schema> choices(Schema schema) {
        return Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .flatMap(Stream::ofNullable)
                .flatMap(Collection::stream);
    }

    private static void require(Schema schema) {
        List<String> always = Stream.ofNullable(schema.getProperties())
                .flatMap(all -> all.entrySet().stream())
                .filter(property -> isAlwaysThere(property.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        schema.setRequired(always.isEmpty() ? null : always);
    }

    /** Of what may be any JSON nobody says that it is there. */
    private static boolean isAlwaysThere(Schema property) {
        boolean says = property.getRef() != null
                || property.getType() != null
                || choices(property).findAny().isPresent();
        return says && Stream.concat(Stream.of(property), choices(property)).noneMatch(AnswerSchemas::isNull);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }
}

package studio.identity.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import studio.identity.SessionCookie;

/**
 * Adds to a generated description what follows from the domain and from the edge: how domain values look, what an answer always
 * has, who may call, and which problems each operation can answer with.
 */
public final class CommonDescription implements OASFilter {

    private static final String TOKEN = "apiToken";
    private static final String SESSION = "session";

    /** What the generator derives from Jackson's own types. */
    private static final List<String> NOT_OURS = List.of("JsonNode", "JsonNodeType");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        DomainSchemas.all().forEach(description.getComponents()::addSchema);
        NOT_OURS.forEach(description.getComponents()::removeSchema);
        ProblemResponses.all().forEach(description.getComponents()::addResponse);
        addSecurity(description);
        AnswerSchemas.complete(description);
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::entrySet)
                .flatMap(Collection::stream)
                .forEach(operation -> addProblems(operation.getKey(), operation.getValue()));
    }

    private static void addSecurity(OpenAPI description) {
        description
                .getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API token, for machines."))
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(SessionCookie.NAME)
                                .description("The session of a browser, opened by signing in."));
        description
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION));
    }

    private static void addProblems(PathItem.HttpMethod method, Operation operation) {
        for (int status : ProblemResponses.of(method)) {
            APIResponse reference = OASFactory.createAPIResponse().ref(ProblemResponses.name(status));
            operation.getResponses().addAPIResponse(String.valueOf(status), reference);
        }
    }

    /**
     * A reference says it all; the generator adds a type of its own, which for domain values is wrong. What may be any JSON has
     * neither type nor items: those would name a type of Jackson's.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getItems() != null && isNotOurs(schema.getItems().getRef())) {
            return schema.type(null).items(null);
        }
        boolean refers = schema.getRef() != null
                || (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty());
        return refers ? schema.type(null) : schema;
    }

    private static boolean isNotOurs(@Nullable String reference) {
        return reference != null && NOT_OURS.contains(reference.substring(reference.lastIndexOf('/') + 1));
    }
}

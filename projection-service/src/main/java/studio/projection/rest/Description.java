package studio.projection.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import studio.identity.openapi.CommonDescription;
import studio.projection.rest.history.PublicPaths;

/** Completes the description of the whole public origin: what every service says alike, and what all reads have in common. */
public final class Description implements OASFilter {

    private static final String MIN_POSITION = "StudioMinPosition";
    private static final String AT = "At";

    /** What this service answers from its tables. */
    private static final Pattern READS = Pattern.compile("/api/v1/(?!commands/)");

    private final CommonDescription common = new CommonDescription();

    @Override
    public void filterOpenAPI(OpenAPI description) {
        common.filterOpenAPI(description);
        publishHistory(description.getPaths());
        description
                .getComponents()
                .addParameter(
                        MIN_POSITION,
                        OASFactory.createParameter()
                                .name(ReadFilters.MIN_POSITION)
                                .in(Parameter.In.HEADER)
                                .description(
                                        "Waits until the answer knows of these events: `Studio-Position` of what you"
                                                + " wrote, with commas between several.")
                                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)))
                                .example("backbone/acme@17"));
        description
                .getComponents()
                .addParameter(
                        AT,
                        OASFactory.createParameter()
                                .name(Moments.AT)
                                .in(Parameter.In.QUERY)
                                .description(
                                        "Answers as it stood: after the event of that revision of the stream, or at that"
                                                + " time (RFC 3339). `Studio-Position` of the answer tells the revision.")
                                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)))
                                .example("2026-05-01T00:00:00Z"));
        description.getPaths().getPathItems().forEach((path, item) -> {
            Operation read = item.getGET();
            if (read != null && READS.matcher(path).lookingAt()) {
                read.addParameter(OASFactory.createParameter().ref(MIN_POSITION));
                if (Moments.areKnownTo(path)) {
                    read.addParameter(OASFactory.createParameter().ref(AT));
                }
            }
        });
    }

    private static void publishHistory(Paths paths) {
        Map<String, PathItem> items = Map.copyOf(paths.getPathItems());
        new TreeMap<>(items).forEach((path, item) -> {
            String published = PublicPaths.of(path);
            if (!published.equals(path)) {
                paths.removePathItem(path);
                paths.addPathItem(published, item);
            }
        });
    }

    @Override
    public Schema filterSchema(Schema schema) {
        return common.filterSchema(schema);
    }
}

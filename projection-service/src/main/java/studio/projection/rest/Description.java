package studio.projection.rest;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import studio.identity.openapi.CommonDescription;

/** Completes the description of the whole public origin: what every service says alike, and what all reads have in common. */
public final class Description implements OASFilter {

    private static final String MIN_POSITION = "StudioMinPosition";

    /** What this service answers from its tables. */
    private static final Pattern READS = Pattern.compile("/api/v1/(?!commands/)");

    private final CommonDescription common = new CommonDescription();

    @Override
    public void filterOpenAPI(OpenAPI description) {
        common.filterOpenAPI(description);
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
        description.getPaths().getPathItems().forEach((path, item) -> {
            Operation read = item.getGET();
            if (read != null && READS.matcher(path).lookingAt()) {
                read.addParameter(OASFactory.createParameter().ref(MIN_POSITION));
            }
        });
    }

    @Override
    public Schema filterSchema(Schema schema) {
        return common.filterSchema(schema);
    }
}

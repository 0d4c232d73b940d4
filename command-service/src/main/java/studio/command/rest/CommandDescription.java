package studio.command.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the interface's description what every command's answer has: its headers, and the answer 202. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class CommandDescription implements OASFilter {

    private static final String RECEIPT = "Receipt";

    private static final Header LOCATION = header("Where the object, or the command's outcome, is.");

    @Override
    public Operation filterOperation(Operation operation) {
        if (List.of("200", "201").stream().anyMatch(status -> describe(operation, status))) {
            operation.getResponses().addAPIResponse("202", underWay());
        }
        return operation;
    }

    /** Says whether that answer is a command's. */
    private static boolean describe(Operation operation, String status) {
        Optional<APIResponse> receipt = Optional.ofNullable(
                        operation.getResponses().getAPIResponse(status))
                .filter(CommandDescription::isReceipt);
        receipt.ifPresent(answer -> {
            answer.addHeader("Studio-Command-Id", header("The command's id."))
                    .addHeader(Answers.POSITION, header("Send it as `Studio-Min-Position` to read what it did."))
                    .addHeader("ETag", header("The object's revision; send it as `If-Match`."));
            if (status.equals("201")) {
                answer.addHeader("Location", LOCATION);
            }
        });
        return receipt.isPresent();
    }

    private static boolean isReceipt(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .map(Schema::getRef)
                        .anyMatch(reference -> reference != null && reference.endsWith("/" + RECEIPT));
    }

    private static APIResponse underWay() {
        MediaType body =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Command"));
        return OASFactory.createAPIResponse()
                .description("The command is stored and will be decided; `Location` tells its outcome")
                .addHeader("Location", LOCATION)
                .addHeader("Retry-After", header("Seconds until it is worth asking."))
                .content(OASFactory.createContent().addMediaType("application/json", body));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}

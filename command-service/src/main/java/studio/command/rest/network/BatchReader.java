package studio.command.rest.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import studio.api.problem.Problem.FieldError;
import studio.command.rest.body.PartReader;
import studio.command.rest.network.BatchRequest.Part;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;
import studio.schema.Batch;

/** Makes a batch of what is asked in a request; all flaws of all commands are told at once. */
@ApplicationScoped
class BatchReader {

    private static final String MUST_BE_GIVEN = "must be given";

    private final PartReader reader;
    private final ImageSnapshots images;

    BatchReader(PartReader reader, ImageSnapshots images) {
        this.reader = reader;
        this.images = images;
    }

    /** The batch, whose images that reader may know of. */
    Uni<Batch> read(BatchRequest request, Actor asker) {
        List<FieldError> errors = new ArrayList<>();
        List<Record> bodies = new ArrayList<>();
        for (int index = 0; index < request.commands().size(); index++) {
            Part part = request.commands().get(index);
            String place = "/commands/" + index;
            if (part.command().isNamedBeside() && part.name().isEmpty()) {
                errors.add(new FieldError(place + "/name", MUST_BE_GIVEN));
            }
            // A body that is absent is read as null.
            JsonNode body =
                    part.body().filter(given -> !given.isNull()).orElseGet(JsonNodeFactory.instance::objectNode);
            reader.read(part.command().body(), body, place + "/body", errors).ifPresent(bodies::add);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(Problems.validationFailed(errors));
        }
        return commands(request, bodies, asker);
    }

    private Uni<Batch> commands(BatchRequest request, List<Record> bodies, Actor asker) {
        Uni<List<Command>> commands = Uni.createFrom().item(new ArrayList<>());
        for (int index = 0; index < bodies.size(); index++) {
            Part part = request.commands().get(index);
            Record body = bodies.get(index);
            String place = "/commands/" + index + "/body";
            commands = commands.chain(before -> command(part, body, asker)
                    .onFailure(ProblemException.class)
                    .transform(failure -> within(place, failure))
                    .invoke(before::add)
                    .replaceWith(before));
        }
        return commands.map(Batch::new);
    }

    private static ProblemException within(String place, ProblemException failure) {
        List<FieldError> errors = failure.problem().errors().orElse(List.of()).stream()
                .map(error -> new FieldError(place + error.pointer(), error.detail()))
                .toList();
        return ProblemException.of(failure.problem().withErrors(errors));
    }

    private Uni<Command> command(Part part, Record body, Actor asker) {
        return switch (part.command()) {
            case COMPOSE_PROCESS -> {
                ComposeProcessRequest request = (ComposeProcessRequest) body;
                yield images.of(request.image(), asker).<Command>map(request::toCommand);
            }
            case CHANGE_PROCESS -> {
                ChangeProcessRequest request = (ChangeProcessRequest) body;
                yield images.of(request.image(), asker).<Command>map(image -> request.toCommand(name(part), image));
            }
            case ADD_SITE_CLASS -> now(((AddSiteClassRequest) body).toCommand());
            case CHANGE_SITE_CLASS -> now(((ChangeSiteClassRequest) body).toCommand(name(part)));
            case REMOVE_SITE_CLASS -> now(new RemoveSiteClass(name(part), false));
            case COMPOSE_INGRESS -> now(((ComposeIngressRequest) body).toCommand());
            case COMPOSE_EGRESS -> now(((ComposeEgressRequest) body).toCommand());
            case CHANGE_INGRESS -> now(((ChangeIngressRequest) body).toCommand(name(part)));
            case CHANGE_EGRESS -> now(((ChangeEgressRequest) body).toCommand(name(part)));
            case REMOVE_ENDPOINT -> now(new RemoveEndpoint(name(part)));
            case LINK_SERVICE -> now(((LinkServiceRequest) body).toCommand());
            case CHANGE_SERVICE_LINK -> now(((ChangeServiceLinkRequest) body).toCommand(name(part)));
            case UNLINK_SERVICE -> now(new UnlinkService(name(part)));
        };
    }

    private static Uni<Command> now(Command command) {
        return Uni.createFrom().item(command);
    }

    private static Name name(Part part) {
        return part.name().orElseThrow();
    }
}

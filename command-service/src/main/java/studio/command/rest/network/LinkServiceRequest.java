package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.library.ServiceName;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLinkCommand;
import studio.domain.network.ServiceLinkCommand.LinkService;

@Schema(name = "LinkService", description = "A service link to be.")
record LinkServiceRequest(
        @NotNull @Schema(description = "Its name, unique in the network.", examples = "orders")
        Name name,

        @NotNull @Schema(description = "The service.", examples = "acme/orders")
        ServiceName service,

        @NotEmpty @Schema(description = "Who offers and who requires it.")
        List<@NotNull @Valid LinkMemberRequest> members,

        @Schema(
                implementation = String.class,
                enumeration = {"network", "site-class", "site"},
                description = "How far its address reaches.",
                defaultValue = "network")
        Optional<ServiceLink.Scope> scope,

        @Schema(description = "Which of those who offer it serves a connection.", defaultValue = "balanced")
        Optional<ServiceLink.Distribution> distribution) {

    ServiceLinkCommand toCommand() {
        return new LinkService(
                name,
                service.toString(),
                LinkMemberRequest.toMembers(members),
                scope.orElse(ServiceLink.Scope.NETWORK),
                distribution.orElse(ServiceLink.Distribution.BALANCED));
    }
}

package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLinkCommand;
import studio.domain.network.ServiceLinkCommand.ChangeServiceLink;

@Schema(name = "ChangeServiceLink", description = "What shall be different; what is absent stays.")
record ChangeServiceLinkRequest(
        @Schema(description = "Who offers and who requires it; all of them are said anew.")
        Optional<List<@NotNull @Valid LinkMemberRequest>> members,

        @Schema(
                implementation = String.class,
                enumeration = {"network", "site-class", "site"},
                description = "How far its address reaches.")
        Optional<ServiceLink.Scope> scope,

        @Schema(description = "Which of those who offer it serves a connection.")
        Optional<ServiceLink.Distribution> distribution) {

    ServiceLinkCommand toCommand(Name link) {
        return new ChangeServiceLink(link, members.map(LinkMemberRequest::toMembers), scope, distribution);
    }
}

package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.InvitationCommand;
import studio.domain.network.InvitationCommand.ChangeInvitation;

@Schema(name = "ChangeInvitation", description = "What shall be different; what is absent stays.")
record ChangeInvitationRequest(
        @Valid @Schema(description = "What it promises, and what it asks for; all of it is said anew.")
        Optional<TermsRequest> terms,

        @Schema(description = "The connections that its sites make; all of them are said anew.")
        Optional<List<@NotNull @Valid EdgeLinkRequest>> edgeLinks) {

    InvitationCommand toCommand(Name invitation) {
        return new ChangeInvitation(
                invitation,
                terms.map(TermsRequest::toTerms),
                edgeLinks.map(
                        links -> links.stream().map(EdgeLinkRequest::toWanted).toList()));
    }
}

package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.InvitationCommand;
import studio.domain.network.InvitationCommand.CreateInvitation;

@Schema(name = "CreateInvitation", description = "An invitation to be.")
record CreateInvitationRequest(
        @NotNull @Schema(description = "Its name, unique in the network.", examples = "stores")
        Name name,

        @Valid @Schema(description = "What it promises, and what it asks for; if absent, whoever has a token may join.")
        Optional<TermsRequest> terms,

        @Schema(description = "The connections that its sites make; if absent, to all attachments alike.")
        List<@NotNull @Valid EdgeLinkRequest> edgeLinks) {

    InvitationCommand toCommand() {
        return new CreateInvitation(
                name,
                terms.map(TermsRequest::toTerms).orElse(TermsRequest.NONE),
                edgeLinks.stream().map(EdgeLinkRequest::toWanted).toList());
    }
}

package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.ServiceLink;

@Schema(name = "LinkMember", description = "An endpoint's part in a service link.")
record LinkMemberRequest(
        @NotNull @Schema(description = "The endpoint.", examples = "web")
        Name endpoint,

        @NotNull
        @Schema(
                implementation = String.class,
                enumeration = {"offers", "requires"},
                description = "Whether it serves or connects.")
        ServiceLink.Role role) {

    static Set<ServiceLink.Member> toMembers(List<LinkMemberRequest> members) {
        return members.stream()
                .map(member -> new ServiceLink.Member(member.endpoint, member.role))
                .collect(Collectors.toUnmodifiableSet());
    }
}

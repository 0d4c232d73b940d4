package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** Commands about one service link: those who offer a service, and those who require it. */
public sealed interface ServiceLinkCommand extends NetworkCommand {

    /** The link. */
    Name link();

    @Override
    default EntityKey subject(StreamKey stream) {
        return ServiceLink.KIND.key(link());
    }

    /** Connects endpoints that offer a service to those that require it. */
    record LinkService(
            Name link,
            String service,
            Set<ServiceLink.Member> members,
            ServiceLink.Scope scope,
            ServiceLink.Distribution distribution)
            implements ServiceLinkCommand {}

    /** Gives the link other members or another distribution; what is absent stays. */
    record ChangeServiceLink(
            Name link,
            Optional<Set<ServiceLink.Member>> members,
            Optional<ServiceLink.Scope> scope,
            Optional<ServiceLink.Distribution> distribution)
            implements ServiceLinkCommand {}

    /** Takes the link away. */
    record UnlinkService(Name link) implements ServiceLinkCommand {}
}

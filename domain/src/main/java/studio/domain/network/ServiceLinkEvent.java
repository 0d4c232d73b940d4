package studio.domain.network;

import java.util.Set;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens to one service link. */
public sealed interface ServiceLinkEvent extends NetworkEvent {

    /** The link. */
    Name link();

    @Override
    default EntityKey subject(StreamKey stream) {
        return ServiceLink.KIND.key(link());
    }

    /** A service connects these endpoints. */
    record ServiceLinked(
            Name link,
            Uid uid,
            String service,
            Set<ServiceLink.Member> members,
            ServiceLink.Scope scope,
            ServiceLink.Distribution distribution)
            implements ServiceLinkEvent {

        /** Keeps its own copy. */
        public ServiceLinked {
            members = Set.copyOf(members);
        }
    }

    /** The link has these members, that scope and that distribution now. */
    record ServiceLinkChanged(
            Name link, Set<ServiceLink.Member> members, ServiceLink.Scope scope, ServiceLink.Distribution distribution)
            implements ServiceLinkEvent {

        /** Keeps its own copy. */
        public ServiceLinkChanged {
            members = Set.copyOf(members);
        }
    }

    /** The link is gone. */
    record ServiceUnlinked(Name link) implements ServiceLinkEvent {}
}

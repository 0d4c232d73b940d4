package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What happens to one service link. */
public sealed interface ServiceLinkEvent extends NetworkEvent {

    /** The link. */
    Name link();

    @Override
    default EntityKey subject(StreamKey stream) {
        return ServiceLink.KIND.key(link());
    }

    /** The link is gone. */
    record ServiceUnlinked(Name link) implements ServiceLinkEvent {}
}

package studio.domain.react;

import java.util.List;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneEvent;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;
import studio.domain.network.NetworkEvent;
import studio.domain.user.UserEvent;

/** What any stream's events mean for other streams. */
public final class Reactions {

    private Reactions() {}

    /** What follows from that event, which happened to these entities; of most streams nothing does. */
    public static List<Reaction> react(Recorded<?> recorded, Entities before) {
        StreamType<?, ?> type = StreamType.of(before.stream());
        if (type.equals(StreamType.NETWORK) && recorded.event() instanceof NetworkEvent event) {
            return NetworkReactions.react(new Recorded<>(recorded.revision(), recorded.at(), event), before);
        }
        if (type.equals(StreamType.BACKBONE) && recorded.event() instanceof BackboneEvent event) {
            return BackboneReactions.react(new Recorded<>(recorded.revision(), recorded.at(), event), before);
        }
        if (type.equals(StreamType.USER) && recorded.event() instanceof UserEvent event) {
            return UserReactions.react(new Recorded<>(recorded.revision(), recorded.at(), event), before);
        }
        return List.of();
    }
}

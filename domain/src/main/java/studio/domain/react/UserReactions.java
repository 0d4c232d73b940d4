package studio.domain.react;

import java.util.List;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;
import studio.domain.library.LibraryCommand.RenewLibrary;
import studio.domain.user.User;
import studio.domain.user.UserEvent;
import studio.domain.user.UserEvent.UserRegistered;

/** What a user's events mean for its library. */
public final class UserReactions {

    private UserReactions() {}

    /** What follows from that event, which happened to these entities. A library is its publisher's, and not that of whoever is called so next. */
    public static List<Reaction> react(Recorded<UserEvent> recorded, Entities before) {
        Reaction.Collector reactions = new Reaction.Collector(before.stream(), recorded, Actor.DIRECTORY);
        boolean another = recorded.event() instanceof UserRegistered
                && before.find(User.KIND, before.stream().name()).isPresent();
        if (another) {
            reactions.add(StreamType.LIBRARY.key(before.stream().name()), new RenewLibrary());
        }
        return reactions.all();
    }
}

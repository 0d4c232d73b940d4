package studio.projection.feed;

import java.util.Set;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Uid;

/** Those who speak by the feed, as their certificates name them. */
final class Actors {

    private Actors() {}

    /** The agent of a site. */
    static Actor site(Uid uid) {
        return new Actor(Actor.Type.SITE, uid.toString(), Set.of(), Set.of());
    }

    /** A network's home. */
    static Actor home(Uid uid) {
        return new Actor(Actor.Type.HOME, uid.toString(), Set.of(), Set.of());
    }
}

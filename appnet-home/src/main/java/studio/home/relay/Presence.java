package studio.home.relay;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.feed.server.Liveness;
import studio.feed.source.Subject;

/**
 * Which of the network's sites are there. A home that begins takes all sites for present without saying so: who does not come in time
 * is lost, and of who comes it says so, since it does not know what was said before.
 */
final class Presence {

    private final Liveness liveness = new Liveness();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> news = new HashSet<>();

    /** These sites were there before the home was. */
    void assume(Collection<String> sites, Instant now) {
        sites.forEach(site -> liveness.expect(new Subject.Site(site), now));
    }

    /** A site said something. */
    void heard(String site, Instant now) {
        liveness.heard(new Subject.Site(site), now);
        if (known.putIfAbsent(site, true) == null) {
            news.add(site);
        }
    }

    /** A site was removed. */
    void forget(String site) {
        liveness.forget(new Subject.Site(site));
        known.remove(site);
        news.remove(site);
    }

    /** What is news by now: who is there, and who is not. */
    Map<String, Boolean> tick(Instant now) {
        Map<String, Boolean> told = new LinkedHashMap<>();
        news.forEach(site -> told.put(site, true));
        news.clear();
        for (Liveness.Transition transition : liveness.tick(now)) {
            if (transition.subject() instanceof Subject.Site site
                    && !Optional.of(transition.present()).equals(Optional.ofNullable(known.get(site.audience())))) {
                known.put(site.audience(), transition.present());
                told.put(site.audience(), transition.present());
            }
        }
        return told;
    }

    Contact of(String site) {
        Boolean present = known.get(site);
        if (present == null) {
            return Contact.UNKNOWN;
        }
        return present ? Contact.LIVE : Contact.LOST;
    }
}

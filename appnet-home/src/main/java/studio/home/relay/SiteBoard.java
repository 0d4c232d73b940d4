package studio.home.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.feed.frame.Frame;

/**
 * What the sites of one network say, on its way to the centre. Statuses wait here, the latest of each item; decisions and requests wait
 * beside them, each once, and are said again by their sites if there is no room. One thread at a time.
 */
final class SiteBoard {

    /** The most bytes of decisions and requests that wait. */
    private static final int MAX_WAITING_BYTES = 8 << 20;

    private final int maxSites;
    private final Map<String, SiteState> sites = new HashMap<>();
    private final Set<String> untold = new LinkedHashSet<>();
    private final Set<String> cleaned = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Frame.FromSite> waiting = new LinkedHashMap<>();
    private final Presence presence = new Presence();
    private int waitingBytes;
    private long statusChanges;

    /** The board of a network whose home knows that many sites at most. */
    SiteBoard(int maxSites) {
        this.maxSites = maxSites;
    }

    /** These sites were there before the home was. */
    void assume(Collection<String> audiences, Instant now) {
        presence.assume(audiences, now);
    }

    /** A site said something; whether there was room for it. */
    boolean told(String audience, Frame.Up frame, Instant now) {
        if (!sites.containsKey(audience) && sites.size() >= maxSites) {
            return false;
        }
        SiteState site = sites.computeIfAbsent(audience, key -> new SiteState());
        site.heard(now);
        return switch (frame) {
            case Frame.Hello hello -> {
                site.greeted(hello);
                ask(audience, site.asks(hello.statusDigest(), now));
                presence.heard(audience, now);
                yield true;
            }
            case Frame.Beat beat -> {
                site.beats(beat);
                ask(audience, site.asks(beat.statusDigest(), now));
                presence.heard(audience, now);
                yield true;
            }
            case Frame.Status status -> {
                status(audience, site, status, now);
                yield true;
            }
            case Frame.Cleaned saying -> {
                site.cleaned();
                yield cleaned.add(audience);
            }
            case Frame.Decide decide -> wait(audience, "decide/" + decide.seq(), decide);
            case Frame.Csr csr -> wait(audience, "csr/" + csr.certificate(), csr);
            case Frame.Ack ack -> true;
            case Frame.Nack nack -> true;
            case Frame.Flows flows -> true;
            case Frame.FromSite nested -> false;
        };
    }

    private void ask(String audience, boolean due) {
        if (due) {
            asked.add(audience);
        }
    }

    private void status(String audience, SiteState site, Frame.Status status, Instant now) {
        if (site.take(status, now)) {
            untold.add(audience);
            statusChanges++;
        }
    }

    private boolean wait(String audience, String what, Frame.Up frame) {
        String key = audience + "/" + what;
        Frame.FromSite said = SiteState.from(audience, frame);
        if (waitingBytes + said.frame().remaining() > MAX_WAITING_BYTES) {
            return waiting.containsKey(key);
        }
        waitingBytes += said.frame().remaining()
                - Optional.ofNullable(waiting.put(key, said))
                        .map(before -> before.frame().remaining())
                        .orElse(0);
        return true;
    }

    /** Time has passed; says whether who is there has changed. */
    boolean tick(Instant now) {
        Map<String, Boolean> news = presence.tick(now);
        news.forEach((audience, present) -> {
            SiteState site = sites.computeIfAbsent(audience, key -> new SiteState());
            site.mark(present);
            untold.add(audience);
        });
        return !news.isEmpty();
    }

    /** What the centre is to be told now, about so many frames. */
    List<Frame.FromSite> take(Instant now, int most) {
        List<Frame.FromSite> told = new ArrayList<>();
        Iterator<Frame.FromSite> said = waiting.values().iterator();
        while (said.hasNext() && told.size() < most) {
            Frame.FromSite next = said.next();
            waitingBytes -= next.frame().remaining();
            told.add(next);
            said.remove();
        }
        for (String audience : List.copyOf(untold)) {
            if (told.size() >= most) {
                return told;
            }
            Optional<SiteState> site = find(audience);
            if (site.filter(state -> !state.isDue(now)).isEmpty()) {
                untold.remove(audience);
                site.ifPresent(state -> state.tell(now).forEach(frame -> told.add(SiteState.from(audience, frame))));
            }
        }
        cleaned.forEach(audience -> find(audience)
                .flatMap(state -> state.tellCleaned(now))
                .ifPresent(frame -> told.add(SiteState.from(audience, frame))));
        return told;
    }

    /** The connection to the centre is gone. */
    void doubt(Instant now) {
        sites.forEach((audience, site) -> {
            site.doubt(now);
            if (site.isUntold()) {
                untold.add(audience);
            }
        });
    }

    /** The sites that are to be asked for the status of everything, so many at most. */
    List<String> ask(int most) {
        List<String> some = asked.stream().limit(most).toList();
        some.forEach(asked::remove);
        return some;
    }

    /** A site was removed from the network. */
    void forget(String audience) {
        sites.remove(audience);
        presence.forget(audience);
        untold.remove(audience);
        cleaned.remove(audience);
        asked.remove(audience);
        statusChanges++;
    }

    /** What is known of a site, if it said anything. */
    Optional<SiteState> find(String audience) {
        return Optional.ofNullable(sites.get(audience));
    }

    Contact contact(String audience) {
        return presence.of(audience);
    }

    /** Counts the changes of statuses. */
    long statusChanges() {
        return statusChanges;
    }
}

package studio.agent.interior;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.feed.Feed;
import studio.agent.loop.Reports;
import studio.agent.loop.SiteReport;
import studio.agent.router.Connector;
import studio.domain.kernel.Uid;
import studio.domain.plan.RouterSpec.RouterListener;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

/**
 * Says by the feed how an interior site does: what was seen to work is observed, a connector that does not connect has failed, and a
 * listener's detail is where others reach it, if whoever runs the site has said so.
 */
public final class InteriorReports implements Reports {

    private static final Logger LOGGER = LoggerFactory.getLogger(InteriorReports.class);
    private static final String CONNECTOR = "connector/";
    private static final String LISTENER = "listener/";
    private static final String CERTIFICATE = "certificate/";

    private final Feed feed;
    private final boolean tellsPlaces;
    private final FirstPlaces firstPlaces;
    private final Clock clock;
    private final Map<String, Healed> healed = new HashMap<>();
    private final Map<String, ItemStatus> told = new HashMap<>();
    private final Set<String> connected = new HashSet<>();
    private Optional<String> unreachable = Optional.empty();

    /** What somebody else had changed of an item, as it was wanted then. */
    private record Healed(String digest, String words) {}

    /**
     * Reports by that feed.
     *
     * @param tellsPlaces whether somebody has said by what name others reach the site; a guess would replace what its owner said
     * @param firstPlaces where access points are of which nobody has said it
     * @param clock       tells when something was put right
     */
    InteriorReports(Feed feed, boolean tellsPlaces, FirstPlaces firstPlaces, Clock clock) {
        this.feed = feed;
        this.tellsPlaces = tellsPlaces;
        this.firstPlaces = firstPlaces;
        this.clock = clock;
    }

    /** Called by the agent's one thread. */
    @Override
    public void report(SiteReport report) {
        note(report.health());
        switch (report.health()) {
            case SiteReport.Health.Healthy healthy -> tell(healthy(report));
            case SiteReport.Health.Unreachable(String why) -> tell(unreachable(why));
        }
        report.requests()
                .forEach((certificate, request) -> feed.request(new Frame.Csr(certificate.toString(), request)));
        if (report.cleanedUp()) {
            feed.cleaned(() -> {});
        }
    }

    private void note(SiteReport.Health health) {
        Optional<String> now =
                health instanceof SiteReport.Health.Unreachable(String why) ? Optional.of(why) : Optional.empty();
        if (!now.equals(unreachable)) {
            now.ifPresentOrElse(
                    why -> LOGGER.atWarn().addKeyValue("reason", why).log("the router does not answer"),
                    () -> LOGGER.info("the router answers"));
            unreachable = now;
        }
    }

    private List<ItemStatus> healthy(SiteReport report) {
        heal(report);
        Map<String, RouterListener> unplaced = firstPlaces.wanted();
        List<ItemStatus> all = new ArrayList<>();
        for (SiteStatus.ItemStatus item : report.items()) {
            all.add(Optional.ofNullable(unplaced.get(item.key()))
                    .map(listener -> placed(item, listener))
                    .orElseGet(() -> seen(item, report)));
        }
        return all;
    }

    private ItemStatus placed(SiteStatus.ItemStatus item, RouterListener listener) {
        return firstPlaces
                .place(item.key(), listener)
                .map(place -> status(item, Progress.OBSERVED, place))
                .orElseGet(() -> status(item, Progress.FAILED, FirstPlaces.UNSAID));
    }

    /** What somebody else had changed is told until something else is wanted. */
    private void heal(SiteReport report) {
        Map<String, String> drift = new HashMap<>();
        report.drift().forEach(each -> drift.put(Connector.wantedName(each.name()), String.valueOf(each.reason())));
        Map<String, String> digests = new HashMap<>();
        for (SiteStatus.ItemStatus item : report.items()) {
            digests.put(item.key(), item.digest());
            Optional.ofNullable(drift.get(name(item)))
                    .map(reason -> new Healed(
                            item.digest(),
                            "put right at " + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                                    + ", somebody else had changed it: " + reason))
                    .ifPresent(words -> healed.put(item.key(), words));
        }
        healed.entrySet().removeIf(each -> !each.getValue().digest().equals(digests.get(each.getKey())));
    }

    private String healed(SiteStatus.ItemStatus item) {
        return Optional.ofNullable(healed.get(item.key())).map(Healed::words).orElse("");
    }

    private static String name(SiteStatus.ItemStatus item) {
        return item.key().substring(item.key().indexOf('/') + 1);
    }

    private ItemStatus seen(SiteStatus.ItemStatus item, SiteReport report) {
        String name = name(item);
        if (item.progress() == Progress.APPLIED) {
            if (item.key().startsWith(CONNECTOR)) {
                return link(item, Optional.ofNullable(report.links().get(name)));
            }
            if (item.key().startsWith(LISTENER) && report.places().containsKey(name)) {
                String place = tellsPlaces ? String.valueOf(report.places().get(name)) : healed(item);
                return status(item, Progress.OBSERVED, place);
            }
            if (item.key().startsWith(CERTIFICATE) && report.certificates().contains(Uid.parse(name))) {
                return status(item, Progress.OBSERVED, healed(item));
            }
        }
        return status(item, item.progress(), item.reason().orElseGet(() -> healed(item)));
    }

    /** A connector that has never connected may still do so; one that has, and does not any more, is down. */
    private ItemStatus link(SiteStatus.ItemStatus item, Optional<SiteReport.LinkState> state) {
        if (state.filter(SiteReport.LinkState::up).isPresent()) {
            connected.add(item.key());
            return status(item, Progress.OBSERVED, healed(item));
        }
        Optional<String> why = state.flatMap(SiteReport.LinkState::why);
        boolean down = why.isPresent() || connected.contains(item.key());
        return status(
                item, down ? Progress.FAILED : Progress.APPLIED, why.orElse(down ? "not connected any more" : ""));
    }

    private static ItemStatus status(SiteStatus.ItemStatus item, Progress progress, String detail) {
        return new ItemStatus(item.key(), item.digest(), progress.name().toLowerCase(Locale.ROOT), detail);
    }

    /** Nobody sees now how anything does; links are said to be down, since whoever uses them should know. */
    private Collection<ItemStatus> unreachable(String why) {
        String detail = "the router does not answer: " + why;
        return told.values().stream()
                .map(status -> new ItemStatus(
                        status.key(),
                        status.digest(),
                        (status.key().startsWith(CONNECTOR) ? Progress.FAILED : Progress.APPLYING)
                                .name()
                                .toLowerCase(Locale.ROOT),
                        detail))
                .toList();
    }

    private void tell(Collection<ItemStatus> all) {
        Set<String> gone = new HashSet<>(told.keySet());
        List<ItemStatus> changed = new ArrayList<>();
        for (ItemStatus status : all) {
            gone.remove(status.key());
            if (!status.equals(told.put(status.key(), status))) {
                changed.add(status);
            }
        }
        told.keySet().removeAll(gone);
        connected.removeAll(gone);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            feed.status(changed, gone);
        }
    }
}

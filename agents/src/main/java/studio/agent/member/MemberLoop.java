package studio.agent.member;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.decide.Judgement;
import studio.agent.feed.Feed;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteReport;
import studio.agent.loop.Wakeup;
import studio.agent.platform.Observed;
import studio.agent.platform.Platform;
import studio.agent.platform.Workload;
import studio.domain.kernel.Name;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.ItemStatus;

/**
 * Makes a site what its participant accepted of its document, again and again, and says how that goes. What happens outside only wakes
 * it. While no document has come nothing is touched.
 */
final class MemberLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MemberLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Feed feed;
    private final Participant participant;
    private final Platform platform;
    private final GivenDocuments toRouter;
    private final MemberSettings.Links links;
    private final Farewell farewell;
    private final Clock clock;
    private final String routerId;
    private final List<Item> firstLinks;
    private final Wakeup wakeup = new Wakeup();
    private final Saying saying;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private LinkChoice choice = LinkChoice.NONE;
    private Optional<Item> uplink = Optional.empty();
    private Instant linksAt = Instant.MIN;
    private boolean linked;
    private volatile Optional<SiteReport> report = Optional.empty();
    private volatile Optional<MemberView> view = Optional.empty();
    private volatile List<String> leftovers = List.of();

    /** Who hears that something is otherwise than before. */
    interface Watcher {
        void changed(Optional<MemberView> before, MemberView now);
    }

    /** What is cleaned up when the router has nothing of the network any more. */
    interface Farewell {

        /** Cleans up; says what could not be. */
        List<String> cleanUp();
    }

    /**
     * What the loop works with.
     *
     * @param feed        where documents come from and reports go
     * @param participant decides
     * @param platform    runs processes
     * @param toRouter    where the router's agent looks what is in force
     * @param farewell    cleans up
     * @param routerId    what the router is called
     * @param links       what the router has before the first document
     */
    record Parts(
            Feed feed,
            Participant participant,
            Platform platform,
            GivenDocuments toRouter,
            Farewell farewell,
            String routerId,
            List<Item> links) {}

    MemberLoop(Parts parts, MemberSettings.Links links, Clock clock) {
        this.feed = parts.feed();
        this.participant = parts.participant();
        this.platform = parts.platform();
        this.toRouter = parts.toRouter();
        this.farewell = parts.farewell();
        this.routerId = parts.routerId();
        this.firstLinks = List.copyOf(parts.links());
        this.links = links;
        this.clock = clock;
        this.saying = new Saying(feed);
        feed.documents().onChange(wakeup::signal);
        platform.onChange(wakeup::signal);
        this.thread = Thread.ofVirtual().name("member").start(this::run);
    }

    void report(SiteReport latest) {
        report = Optional.of(latest);
        wakeup.signal();
    }

    void wake() {
        wakeup.signal();
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    Optional<MemberView> view() {
        return view;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                wakeup.await(LOOK);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        try {
            hurry();
            Optional<List<Item>> document = feed.documents().newest();
            if (document.isPresent()) {
                step(document.get());
            } else if (!firstLinks.isEmpty()) {
                toRouter(withOneLink(firstLinks));
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.atError().setCause(e).log("A step of the site failed");
        }
    }

    private void step(List<Item> document) throws IOException {
        Judgement judgement = participant.judge(document);
        List<Item> inForce = withOneLink(judgement.inForce());
        boolean going = document.stream().anyMatch(item -> item.kind() == ItemKind.DECOMMISSION);
        toRouter(going && feed.isRouted() ? withLastLink(inForce) : inForce);
        run(inForce, going ? Set.of() : judgement.standingStill());
        Site site = new Site(document, judgement, choice.current(), report, workloads(), platform);
        List<ItemStatus> statuses = Statuses.of(site);
        saying.statuses(statuses);
        report.ifPresent(latest -> saying.requests(latest.requests(), clock.instant()));
        if (going && report.filter(SiteReport::cleanedUp).isPresent()) {
            leftovers = farewell.cleanUp();
        }
        publish(new Views(site, statuses, routerId).view(feed, participant, going, leftovers));
    }

    /** When the router has connected, the home may be within reach. */
    private void hurry() {
        boolean up = report.filter(latest -> latest.links().values().stream().anyMatch(SiteReport.LinkState::up))
                .isPresent();
        if (up && !linked) {
            feed.hurry();
        }
        linked = up;
    }

    private void toRouter(List<Item> items) {
        if (!toRouter.newest().equals(Optional.of(items))) {
            toRouter.set(items);
        }
    }

    /** Who is reached through the router alone says its last word through it. */
    private List<Item> withLastLink(List<Item> inForce) {
        Stream<Item> last = uplink.stream().filter(link -> !inForce.contains(link));
        return Stream.concat(inForce.stream(), last).toList();
    }

    /** The links but the one that is used wait. */
    private List<Item> withOneLink(List<Item> inForce) {
        List<Item> all = LinkChoice.inOrder(inForce);
        Instant now = clock.instant();
        boolean gone = choice.current()
                .filter(key -> all.stream().noneMatch(link -> link.key().equals(key)))
                .isPresent();
        if (!now.isBefore(linksAt) || gone || (choice.current().isEmpty() && !all.isEmpty())) {
            Set<String> reachable = choice.better(all).stream()
                    .filter(link -> link.spec() instanceof ItemSpec.Link spec
                            && Reachability.flaw(
                                            spec.target().host(), spec.target().port())
                                    .isEmpty())
                    .map(Item::key)
                    .collect(Collectors.toSet());
            choice = choice.seen(
                    all,
                    key -> isUp(all, key),
                    reachable::contains,
                    now,
                    new LinkChoice.Rules(links.tries(), links.stable()));
            linksAt = now.plus(links.look());
        }
        List<Item> chosen = inForce.stream()
                .filter(item -> item.kind() != ItemKind.LINK
                        || choice.current().filter(item.key()::equals).isPresent())
                .toList();
        uplink = chosen.stream()
                .filter(item -> item.kind() == ItemKind.LINK)
                .findFirst()
                .or(() -> uplink);
        return chosen;
    }

    private boolean isUp(List<Item> all, String key) {
        return all.stream()
                .filter(item -> item.key().equals(key))
                .flatMap(item -> item.spec() instanceof ItemSpec.Link link
                        ? Optional.of(Views.connector(link)).stream()
                        : Optional.<String>empty().stream())
                .anyMatch(name -> report.flatMap(
                                latest -> Optional.ofNullable(latest.links().get(name)))
                        .filter(SiteReport.LinkState::up)
                        .isPresent());
    }

    /** Runs what is in force, stops what only stands still, and removes whatever else is ours. */
    private void run(List<Item> inForce, Set<Name> still) {
        Set<Name> wanted = new HashSet<>();
        for (Item item : inForce) {
            if (item.spec() instanceof ItemSpec.Process process) {
                wanted.add(process.endpoint().name());
                platform.apply(new Workload(process.endpoint(), process.digest(), process.group(), process.env()));
            }
        }
        List<String> left = new ArrayList<>();
        platform.observe().stream()
                .map(observed -> observed.endpoint().name())
                .filter(name -> !wanted.contains(name))
                .forEach(name -> {
                    if (still.contains(name)) {
                        platform.stop(name);
                    } else {
                        left.addAll(platform.remove(name));
                    }
                });
        leftovers = left;
    }

    private Map<String, Observed> workloads() {
        return platform.observe().stream()
                .collect(Collectors.toMap(observed -> observed.endpoint().name().value(), Function.identity()));
    }

    private void publish(MemberView now) {
        Optional<MemberView> before = view;
        view = Optional.of(now);
        if (before.map(MemberView::still).filter(now.still()::equals).isEmpty()) {
            watchers.forEach(watcher -> watcher.changed(before, now));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

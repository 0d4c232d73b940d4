package studio.agent.member;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import studio.agent.TestAuthority;
import studio.agent.TestNetwork;
import studio.agent.TestRouter;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.KeyMaker;
import studio.agent.decide.Change;
import studio.agent.decide.Verdict;
import studio.agent.enrol.Enrolment;
import studio.agent.file.AtomicFiles;
import studio.agent.loop.TestSite;
import studio.agent.platform.linux.LinuxLimits;
import studio.agent.process.Backoff;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Ref;
import studio.domain.plan.Item;

/** A member site of a network that the test composes. */
public final class TestMember implements AutoCloseable {

    private final TestNetwork network;
    private final Ref ref;
    private final Path directory;
    private final Vertx vertx;
    private final TestFeed feed;
    private MemberSite site;

    public TestMember(
            String name,
            TestNetwork network,
            AcceptancePolicy policy,
            Path directory,
            Vertx vertx,
            TestAuthority authority)
            throws IOException {
        this.network = network;
        this.ref = network.site(name, policy);
        this.directory = directory;
        this.vertx = vertx;
        this.feed = new TestFeed(frame -> network.hears(ref(), frame));
        enrol(authority);
        this.site = start(policy);
    }

    /** A site that is started again has its keys. */
    private void enrol(TestAuthority authority) throws IOException {
        Path keys = directory.resolve("keys/1");
        if (!Files.exists(keys)) {
            KeyMaker.Request request = KeyMaker.request(ref.uid().toString(), Optional.empty());
            AtomicFiles.write(keys.resolve("key.pem"), request.key());
            AtomicFiles.write(keys.resolve("chain.pem"), authority.sign(request.request()));
        }
    }

    private MemberSite start(AcceptancePolicy policy) throws IOException {
        Enrolment enrolment = new Enrolment(
                Enrolment.Role.MEMBER,
                "test",
                ref.name(),
                ref.uid(),
                Name.of("shop"),
                network.uid(),
                RouterSettings.edgeId(network.vanId(), ref.uid()),
                Optional.of(network.vanId()),
                new Enrolment.Feeding("localhost", 1, "spiffe://test/home"),
                List.of());
        return MemberSite.start(vertx, directory, enrolment, feed, settings(policy), Clock.systemUTC());
    }

    static MemberSettings settings(AcceptancePolicy policy) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        return new MemberSettings(
                TestRouter.command(),
                Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"),
                policy,
                "pat",
                TestSite.PACE,
                new MemberSettings.Links(Duration.ofMillis(500), 20, Duration.ofMinutes(5)),
                new LinuxLimits(10_000_000, 10_000_000, 1_000, Duration.ofSeconds(20), backoff),
                Optional.empty(),
                0);
    }

    /** Ends the agent as if it were killed, and starts another one. */
    public void replaceAgent() throws IOException {
        site.leave();
        site = start(AcceptancePolicy.ASK);
    }

    public Ref ref() {
        return ref;
    }

    public MemberSite site() {
        return site;
    }

    public TestFeed feed() {
        return feed;
    }

    public Path directory() {
        return directory;
    }

    /** The network sends what it plans for the site now. */
    public void send() {
        feed.send(network.document(ref));
    }

    /** The network sends that. */
    public void send(List<Item> items) {
        feed.send(items);
    }

    /** The participant decides about endpoints as they are shown. */
    public Choices.Outcome decide(Verdict verdict, String reason, String... endpoints) {
        List<Choices.Seen> seen = Arrays.stream(endpoints)
                .map(this::change)
                .map(change -> new Choices.Seen(change.endpoint().uid(), change.digest(), Map.of()))
                .toList();
        Choices.Outcome outcome = site.choices().decide(verdict, seen, reason, "pat");
        send();
        return outcome;
    }

    /** The change of that endpoint, once it is shown. */
    public Change change(String endpoint) {
        await(view -> find(view, endpoint).isPresent());
        return site.view().flatMap(view -> find(view, endpoint)).orElseThrow();
    }

    private static Optional<Change> find(MemberView view, String endpoint) {
        return view.changes().stream()
                .filter(change -> change.endpoint().name().value().equals(endpoint))
                .findFirst();
    }

    /** Waits until people see that. */
    public MemberView await(Predicate<MemberView> condition) {
        if (!TestRouter.eventually(() -> site.view().filter(condition).isPresent())) {
            throw new AssertionError("last seen: " + site.view() + "\n" + feed.statuses() + "\n"
                    + String.join("\n", site.router().log().tail()));
        }
        return site.view().orElseThrow();
    }

    public MemberView awaitRunning(String... endpoints) {
        return await(view -> List.of(endpoints).stream()
                .allMatch(name -> view.components().stream()
                        .anyMatch(
                                component -> component.endpoint().name().value().equals(name)
                                        && component.state() == Component.State.RUNNING)));
    }

    public long pid(String endpoint) {
        return awaitRunning(endpoint).components().stream()
                .filter(component -> component.endpoint().name().value().equals(endpoint))
                .flatMap(component -> component.pid().stream())
                .findFirst()
                .orElseThrow();
    }

    public boolean prints(String endpoint, String line) {
        return TestRouter.eventually(() -> site.log(endpoint, 50)
                .filter(lines -> lines.stream().anyMatch(each -> each.contains(line)))
                .isPresent());
    }

    @Override
    public void close() {
        site.close();
    }
}

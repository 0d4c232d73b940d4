package studio.home.testing;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import studio.agent.boot.RouterSettings;
import studio.agent.decide.Change;
import studio.agent.decide.Verdict;
import studio.agent.enrol.Enrolment;
import studio.agent.feed.FeedKeys;
import studio.agent.feed.SiteFeed;
import studio.agent.file.AtomicFiles;
import studio.agent.member.Choices;
import studio.agent.member.MemberSettings;
import studio.agent.member.MemberSite;
import studio.agent.member.MemberView;
import studio.agent.platform.linux.LinuxLimits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.plan.ItemSpec;
import studio.feed.transport.FeedTls;

/** A member site that has just joined: its agent and its router, as they run anywhere. */
public final class Member implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SiteFeed feed;
    private final MemberSite site;

    /**
     * Who joined.
     *
     * @param network its network
     * @param home    the network's home
     * @param uid     the site
     * @param port    where the claim said that the home is
     * @param links   where it said that the backbone is
     */
    public record Joined(TestTree.Network network, Uid home, Uid uid, int port, List<ItemSpec.Link> links) {

        private Enrolment enrolment() {
            String vanId = network.uid().base32Hex();
            return new Enrolment(
                    Enrolment.Role.MEMBER,
                    "studio.local",
                    Name.of("shop"),
                    uid,
                    Name.of("acme"),
                    network.uid(),
                    RouterSettings.edgeId(vanId, uid),
                    Optional.of(vanId),
                    new Enrolment.Feeding("127.0.0.1", port, network.home(home)),
                    links);
        }
    }

    /** Starts it with what joining left in that directory. */
    public Member(Vertx vertx, Joined joined, Path directory) throws IOException {
        FeedTls tls = joined.network().site(joined.uid());
        new FeedKeys(directory.resolve("keys")).add(1, tls.chain(), tls.key());
        AtomicFiles.write(directory.resolve("root.pem"), tls.trust());
        Enrolment enrolment = joined.enrolment();
        this.feed = SiteFeed.start(vertx, directory, enrolment, Clock.systemUTC());
        this.site = MemberSite.start(vertx, directory, enrolment, feed, settings(), Clock.systemUTC());
    }

    private static MemberSettings settings() {
        return new MemberSettings(
                Routers.command(),
                System.getenv("PATH"),
                AcceptancePolicy.ASK,
                "pat",
                Routers.PACE,
                new MemberSettings.Links(Duration.ofMillis(500), 20, Duration.ofMinutes(5)),
                LinuxLimits.USUAL,
                Optional.empty(),
                0);
    }

    /** Its feed. */
    public SiteFeed feed() {
        return feed;
    }

    /** Waits until people see that. */
    public MemberView await(String what, Predicate<MemberView> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .until(() -> site.view().filter(condition).isPresent());
        return site.view().orElseThrow();
    }

    /** The participant accepts that endpoint as it is shown; gives the digest. */
    public String accept(String endpoint) {
        Change change = await(
                        endpoint + " is proposed", view -> find(view, endpoint).isPresent())
                .changes()
                .stream()
                .filter(each -> each.endpoint().name().value().equals(endpoint))
                .findFirst()
                .orElseThrow();
        site.choices()
                .decide(
                        Verdict.ACCEPT,
                        List.of(new Choices.Seen(change.endpoint().uid(), change.digest(), Map.of())),
                        "",
                        "pat");
        return change.digest();
    }

    private static Optional<Change> find(MemberView view, String endpoint) {
        return view.changes().stream()
                .filter(change -> change.endpoint().name().value().equals(endpoint))
                .findFirst();
    }

    /** What can be wrong with it. */
    public String diagnosis() {
        return String.valueOf(site.doctor(Clock.systemUTC()).examine());
    }

    /** Waits until its feed has gone through routers, or not. */
    public void awaitRouted(boolean routed) {
        Awaitility.await().atMost(PATIENCE).until(() -> feed.isLive() && feed.isRouted() == routed);
    }

    @Override
    public void close() {
        site.close();
        feed.close();
    }
}

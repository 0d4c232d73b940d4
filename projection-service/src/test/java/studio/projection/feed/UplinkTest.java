package studio.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.plan.ItemsHash;
import studio.domain.plan.SiteStatus;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Vector;
import studio.feed.transport.Directory.Place;
import studio.projection.config.FeedConfig;
import studio.projection.testing.History;
import studio.projection.testing.LiveNetwork;
import studio.schema.StatusCodec.StoredStatus;
import studio.schema.feed.FrameCodec;

class UplinkTest {

    private static final Vector SOME = Vector.NONE;

    private final History history = new History();
    private final LiveNetwork shop = new LiveNetwork(history, "shop", told -> {})
            .found(Owners.user(Name.of("nora")), Owners.NOBODY)
            .populate()
            .compose();
    private final FeedDirectory directory = PlannedSource.directory(shop.entities());
    private final Uid homeUid =
            shop.entities().get(Home.KIND, Name.of("shop")).meta().uid();
    private final Place home =
            directory.find(Holders.DOMAIN + "/network/n/home/" + homeUid).orElseThrow();
    private final Uid hq = shop.site("hq");
    private final String backend = shop.endpoint("backend").digest();
    private final Uid backendUid = shop.endpoint("backend").meta().uid();
    private final Map<String, SiteStatus> written = new HashMap<>();
    private final MovingClock clock = new MovingClock();
    private Uplink uplink = begin();

    /** A clock that is moved by hand. */
    private static final class MovingClock extends Clock {

        private Instant now = PlannedSource.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Uplink begin() {
        FeedConfig config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("studio.feed.waiting-limit", "10"))
                .withMapping(FeedConfig.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(FeedConfig.class);
        return new Uplink(config, clock, key -> Optional.ofNullable(written.get(key)));
    }

    private void says(Uid site, Frame.Up frame) {
        uplink.told(home, new Frame.FromSite("site/" + site, ByteBuffer.wrap(FrameCodec.encode(frame))));
    }

    private static Frame.Status status(ItemStatus... items) {
        return new Frame.Status(List.of(items), List.of(), false);
    }

    private ItemStatus backendIs(String state, String detail) {
        return new ItemStatus("process/backend", backend, state, detail);
    }

    /** Time passes, and what is to be written is. */
    private List<Command> written() {
        clock.now = clock.now.plus(Duration.ofSeconds(2));
        Batch batch = uplink.take();
        uplink.done(batch, true);
        batch.writings()
                .forEach(each -> written.put(
                        StoredStatus.key(each.stream(), each.writing().status().site()),
                        each.writing().status()));
        return batch.writings().stream()
                .flatMap(each -> each.writing().commands().stream())
                .toList();
    }

    private List<List<Deployment.Report>> reports() {
        return written().stream()
                .map(command -> ((ReportSite) command).reports())
                .toList();
    }

    private Deployment.Report runs() {
        return new Deployment.Report(backendUid, Optional.of(backend), Optional.empty());
    }

    @Test
    void shouldReportOnceThatASiteIsThereAndThenOnlyWhatChanges() {
        says(hq, status(backendIs("applying", "")));
        assertThat(reports()).containsExactly(List.of());

        says(hq, status(backendIs("observed", "")));
        assertThat(reports()).containsExactly(List.of(runs()));

        says(hq, status(backendIs("applying", "")));
        says(hq, status(backendIs("observed", "")));
        assertThat(reports()).isEmpty();

        says(hq, status(backendIs("failed", "no\nmemory")));
        assertThat(reports())
                .containsExactly(
                        List.of(new Deployment.Report(backendUid, Optional.of(backend), Optional.of("no memory"))));
    }

    @Test
    void shouldSayNothingAgainAfterARestart() {
        says(hq, status(backendIs("observed", "")));
        assertThat(reports()).hasSize(1);

        uplink = begin();
        says(hq, status(backendIs("observed", "")));

        assertThat(reports()).isEmpty();
    }

    @Test
    void shouldSayAgainWhatTheBrokerDidNotTake() {
        says(hq, status(backendIs("observed", "")));
        clock.now = clock.now.plus(Duration.ofSeconds(2));
        uplink.done(uplink.take(), false);

        assertThat(reports()).containsExactly(List.of(runs()));
    }

    @Test
    void shouldKeepOnlyTheLatestOfWhatTheDocumentHas() {
        says(hq, status(backendIs("failed", "a"), new ItemStatus("process/none", "i1:0", "failed", "")));
        says(hq, status(backendIs("observed", ""), new ItemStatus("process/backend2", "i1:0", "failed", "")));

        assertThat(reports()).containsExactly(List.of(runs()));
        assertThat(written.values())
                .singleElement()
                .satisfies(status -> assertThat(status.items()).hasSize(1));
    }

    @Test
    void shouldNotTakeWhatAHomeSaysOfSitesOfOthers() {
        says(new Uid(new UUID(7, 7)), status(backendIs("observed", "")));

        assertThat(uplink.take().writings()).isEmpty();
    }

    @Test
    void shouldTellOfLostSitesAndOfThoseThatAreBack() {
        says(hq, status(backendIs("observed", "")));
        assertThat(reports()).hasSize(1);

        says(hq, new Frame.Beat(SOME, ItemsHash.EMPTY, ItemsHash.EMPTY, -1));
        assertThat(uplink.take().requests())
                .extracting(
                        request -> request.given().command(),
                        request -> request.given().actor())
                .containsExactly(tuple(Optional.of(new MarkSiteLost(hq)), Actors.home(homeUid)));

        says(hq, new Frame.Beat(SOME, ItemsHash.EMPTY, ItemsHash.EMPTY, 1));
        assertThat(reports()).containsExactly(List.of());
    }

    @Test
    void shouldTellOnceThatAHomeIsThereAndWhenItIsLost() {
        uplink.told(home, new Frame.Hello("b", 1, SOME, ItemsHash.EMPTY, ItemsHash.EMPTY, Set.of("at=10.0.0.1:8500")));
        assertThat(presences())
                .containsExactly(new ReportHome(Home.Reach.ACTIVE, Optional.of(new Home.Address("10.0.0.1", 8500))));
        uplink.told(home, new Frame.Hello("b", 2, SOME, ItemsHash.EMPTY, ItemsHash.EMPTY, Set.of("at=10.0.0.1:8500")));
        assertThat(presences()).isEmpty();

        clock.now = clock.now.plus(Duration.ofMinutes(3));
        assertThat(presences())
                .extracting(command -> ((ReportHome) command).reach())
                .containsExactly(Home.Reach.LOST);
    }

    private List<Command> presences() {
        clock.now = clock.now.plus(Duration.ofSeconds(2));
        Batch batch = uplink.take();
        uplink.done(batch, true);
        return batch.presences().stream().map(Presences.News::command).toList();
    }

    @Test
    void shouldHaveNoMoreThanAFewRequestsWaitHoweverManyAreMade() {
        for (int i = 0; i < 1_000; i++) {
            says(hq, new Frame.Csr("01890000-0000-7000-8000-000000000000", "request " + i));
        }

        assertThat(uplink.take().requests()).hasSize(10);
    }
}

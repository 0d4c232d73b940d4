package studio.projection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.SiteClass;
import studio.domain.plan.Item;
import studio.projection.testing.History;
import studio.projection.testing.LiveNetwork;
import studio.projection.testing.Stories;
import studio.schema.Desired;
import studio.schema.Encoded;
import studio.schema.StoredEvent;
import studio.streams.EvolveFailedException;

/** What the planner writes, for events of the deciders themselves. */
class PlanProcessorTest {

    private static final StreamKey SHOP = LiveNetwork.network("shop");
    private static final int COMMANDS = 600;

    private final History history = new History();
    private final List<StoredEvent> log = new ArrayList<>();

    private LiveNetwork shop() {
        return new LiveNetwork(history, "shop", told -> log.addAll(told.events()))
                .found(Owners.user(Name.of("nora")), Owners.NOBODY)
                .populate()
                .compose();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 6);
    }

    /** Two networks and several backbones, whose events come mixed. */
    private List<StoredEvent> stories(int seed) {
        Stories stories = new Stories(seed, history);
        List<History.Told> told = new ArrayList<>(stories.tell(COMMANDS));
        told.addAll(stories.finale());
        return told.stream().flatMap(each -> each.events().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveEachSiteWhatIsMeantForItAndNothingElse(int seed) {
        List<StoredEvent> events = stories(seed);
        DesiredTopic topic = new DesiredTopic();
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened(events).read(topic);
            assertThat(planner.deadLetters()).isZero();
        }
        history.streams().forEach(stream -> topic.checkSites(history.entities(stream)));
        assertThat(topic.newest()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldWriteTheSameAfterAReplayAndAfterRestarts(int seed) {
        List<StoredEvent> events = stories(seed);
        try (PlannerContext planner = new PlannerContext();
                PlannerContext again = new PlannerContext()) {
            List<Tuple> written = written(planner.happened(events));
            assertThat(written(again.happened(events))).isEqualTo(written);
            assertThat(withRestarts(events, events.size() / 3)).isEqualTo(written);
        }
    }

    private static List<Tuple> withRestarts(List<StoredEvent> events, int at) {
        try (PlannerContext first = new PlannerContext().happened(events.subList(0, at));
                PlannerContext second = PlannerContext.after(first).happened(events.subList(at, 2 * at));
                PlannerContext third = PlannerContext.after(second)) {
            List<Tuple> written = new ArrayList<>(written(first));
            written.addAll(written(second));
            written.addAll(written(third.happened(events.subList(2 * at, events.size()))));
            return written;
        }
    }

    private static List<Tuple> written(PlannerContext planner) {
        return planner.written().stream().map(PlanProcessorTest::content).toList();
    }

    private static Tuple content(TestRecord<String, byte[]> record) {
        return Tuple.tuple(record.key(), record.value(), record.headers());
    }

    @Test
    void shouldWriteOnlyWhatChanges() {
        LiveNetwork shop = shop();
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened(log).keys();
            log.clear();
            shop.give(Stories.ROOT, new SuspendNetwork("maintenance"));
            assertThat(planner.happened(log).keys())
                    .containsExactly("network/shop|network|halt", "network/shop|network");
            log.clear();
            shop.give(Stories.ROOT, new RenameSite(Name.of("hq"), Name.of("head")));
            assertThat(planner.happened(log).keys()).isEmpty();
        }
    }

    @Test
    void shouldLeaveNothingOfANetworkThatIsGone() {
        LiveNetwork shop = shop();
        DesiredTopic topic = new DesiredTopic();
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened(log).read(topic);
            assertThat(topic.newest()).isNotEmpty();
            log.clear();
            shop.give(Stories.ROOT, new DeleteNetwork(true));
            planner.happened(log).read(topic);
            assertThat(topic.newest()).isEmpty();
        }
    }

    @Test
    void shouldKeepTheHeadOfAnAudienceThatHasNothing() {
        LiveNetwork shop = shop();
        String gold = "class/"
                + history.entities(SHOP)
                        .get(SiteClass.KIND, Name.of("gold"))
                        .meta()
                        .uid();
        DesiredTopic topic = new DesiredTopic();
        try (PlannerContext planner = new PlannerContext()) {
            history.entities(SHOP)
                    .list(Endpoint.KIND)
                    .forEach(endpoint -> shop.give(
                            Stories.ROOT,
                            new RemoveEndpoint(Name.of(endpoint.meta().name()))));
            planner.happened(log).read(topic);
            assertThat(topic.items(SHOP, gold)).isEmpty();
            assertThat(topic.head(SHOP, gold).orElseThrow().count()).isZero();
            assertThat(topic.head(SHOP, gold).orElseThrow().version()).isPositive();
        }
    }

    @Test
    void shouldSayWhoAskedForWhatParticipantsDecideAbout() {
        // Given
        LiveNetwork shop = shop();
        Actor nora = Actor.user(Name.of("nora"), Set.of(), Set.of());
        DesiredTopic topic = new DesiredTopic();
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened(log).read(topic);
            assertThat(askers(topic))
                    .containsEntry("process/monitoring", "root")
                    .containsEntry("link/east-member", "");
            log.clear();

            // When
            shop.give(
                    nora,
                    new ChangeEndpoint(
                            Name.of("monitoring"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(2),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            planner.happened(log).read(topic);

            // Then
            assertThat(askers(topic))
                    .containsEntry("process/monitoring", "nora")
                    .containsEntry("process/shop-floor", "root");
        }
    }

    /** Who asked for each item of the network, by its key; empty where that is not said. */
    private static Map<String, String> askers(DesiredTopic topic) {
        Map<String, String> askers = new TreeMap<>();
        topic.newest().values().forEach(desired -> {
            if (desired instanceof Desired.OfItem(StreamKey stream, String audience, Item item)) {
                askers.put(item.key(), item.cause().by().orElse(""));
            }
        });
        return askers;
    }

    @Test
    void shouldStopAtAnEventThatIsNotTheNext() {
        shop();
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened(log.getFirst());
            assertThatThrownBy(() -> planner.happened(log.get(2)))
                    .hasRootCauseInstanceOf(RuntimeException.class)
                    .satisfies(thrown -> assertThat(thrown).hasCauseInstanceOf(EvolveFailedException.class));
        }
    }

    @Test
    void shouldStopAtWhatIsNoEvent() {
        try (PlannerContext planner = new PlannerContext()) {
            Encoded noise = new Encoded("studio.events.NetworkCreated", 1, new byte[] {1, 2, 3});
            assertThatThrownBy(() -> planner.happened("network/shop", noise))
                    .hasCauseInstanceOf(EvolveFailedException.class);
        }
    }

    @Test
    void shouldPassOverStreamsThatNothingIsPlannedFor() {
        try (PlannerContext planner = new PlannerContext()) {
            planner.happened("user/alice", new Encoded("studio.events.Unknown", 1, new byte[0]));
            assertThat(planner.keys()).isEmpty();
            assertThat(planner.deadLetters()).isZero();
        }
    }
}

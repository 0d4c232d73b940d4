package studio.projection.rest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.identity.Credential;
import studio.identity.Identity;
import studio.identity.problem.ProblemException;
import studio.projection.audit.LogPosition;
import studio.projection.audit.Place;
import studio.projection.config.ProjectionConfig;
import studio.projection.testing.Settings;
import studio.projection.watch.ChangeTail;
import studio.projection.watch.Changed;
import studio.schema.Topic;

/** What a client that watches is told, without a wire to it. */
class ChangeWatchTest {

    private static final StreamKey ACME = StreamKey.parse("backbone/acme");
    private static final StreamKey GLOBEX = StreamKey.parse("backbone/globex");
    private static final Identity ALICE = identity("alice");
    private static final int MANY = 10_000;

    private final ProjectionConfig config = Settings.with(
            Map.of("studio.projection.watch.entry-limit", "20", "studio.projection.watch.bookmark-interval", "1h"));
    private final ChangeTail tail = new ChangeTail(config);
    private Optional<Identity> known = Optional.of(ALICE);
    private long offset;

    private static Identity identity(String name) {
        return new Identity(
                Actor.user(Name.of(name), Set.of(), Set.of()), new Credential.Session(new Uid(new UUID(0, 9))));
    }

    @BeforeEach
    void begin() {
        tail.begin(position());
    }

    private LogPosition position() {
        return new LogPosition(List.of(offset), List.of(0L));
    }

    private ChangeWatch watch(String path) {
        ChangeTail.Mark mark = tail.now().orElseThrow();
        ChangeWatch.Sources sources =
                new ChangeWatch.Sources(tail, identity -> Uni.createFrom().item(known), config.watch());
        ChangeWatch watch = new ChangeWatch(
                sources, WatchTarget.parse(path), ALICE, mark.position(), new ChangeTail.News(List.of(), mark));
        assertThat(names(watch)).as("the first thing is the position").containsExactly("bookmark");
        return watch;
    }

    private static List<OutboundSseEvent> next(ChangeWatch watch) {
        return watch.next().await().indefinitely();
    }

    private static List<String> names(ChangeWatch watch) {
        return next(watch).stream().map(OutboundSseEvent::getName).toList();
    }

    private static ObjectMeta meta(String name) {
        return new ObjectMeta(name, new Uid(new UUID(0, 1)), 1, Instant.EPOCH, Instant.EPOCH);
    }

    private static Backbone backbone(String name, String owner) {
        return new Backbone.Ready(meta(name), Owners.user(Name.of(owner)), Owners.NOBODY);
    }

    private static InteriorSite site(String name) {
        return new InteriorSite.Requested(meta(name), new InteriorSite.Placement(Platform.LINUX, Optional.of("hall")));
    }

    private Changed changed(StreamKey stream, Entity entity, Backbone before, Backbone root) {
        return changed(stream, entity.key(), Optional.of(entity), before, root);
    }

    private Changed changed(StreamKey stream, EntityKey key, Optional<Entity> entity, Backbone before, Backbone root) {
        return new Changed(
                new Place(Topic.EVENTS, 0, offset++), stream, key, entity, Optional.of(before), Optional.of(root));
    }

    private void happen(Changed... changes) {
        tail.publish(List.of(changes), position());
    }

    private void siteChanges(StreamKey stream, String name) {
        Backbone root = backbone(stream.name().value(), "alice");
        happen(changed(stream, site(name), root, root));
    }

    @Test
    void shouldTellOfAListWhatChangesThereAndGoes() {
        ChangeWatch watch = watch("backbones/acme/sites");
        siteChanges(GLOBEX, "rome");
        siteChanges(ACME, "paris");
        List<OutboundSseEvent> events = next(watch);
        assertThat(events).extracting(OutboundSseEvent::getName).containsExactly("changed");
        assertThat(events.getFirst().getId()).isEqualTo(position().toString());
        WatchView view = (WatchView) events.getFirst().getData();
        assertThat(view.name()).isEqualTo("paris");
        assertThat(view.object()).isPresent();
        Backbone root = backbone("acme", "alice");
        happen(changed(ACME, InteriorSite.KIND.key(Name.of("paris")), Optional.empty(), root, root));
        assertThat(next(watch).getFirst().getName()).isEqualTo("removed");
    }

    @Test
    void shouldGiveAllOfACommitAgainToWhoeverWasCutOffWithinIt() {
        ChangeWatch watch = watch("backbones/acme/sites");
        LogPosition before = position();
        Backbone root = backbone("acme", "alice");
        happen(changed(ACME, site("paris"), root, root), changed(ACME, site("oslo"), root, root));
        assertThat(next(watch))
                .extracting(OutboundSseEvent::getId)
                .containsExactly(before.toString(), position().toString());
    }

    @Test
    void shouldTellOfOneObjectAlone() {
        ChangeWatch watch = watch("backbones/acme/sites/paris");
        siteChanges(ACME, "oslo");
        assertThat(next(watch)).isEmpty();
        siteChanges(ACME, "paris");
        assertThat(names(watch)).containsExactly("changed");
    }

    @Test
    void shouldEndWhenTheStreamIsSomebodyElses() {
        ChangeWatch watch = watch("backbones/acme/sites");
        Backbone bobs = backbone("acme", "bob");
        happen(changed(ACME, bobs, backbone("acme", "alice"), bobs), changed(ACME, site("oslo"), bobs, bobs));
        assertThat(next(watch)).isEmpty();
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void shouldTellThatARootIsGoneForTheViewer() {
        ChangeWatch watch = watch("backbones");
        Backbone bobs = backbone("acme", "bob");
        happen(changed(ACME, bobs, backbone("acme", "alice"), bobs));
        assertThat(names(watch)).containsExactly("removed");
        happen(changed(ACME, bobs, bobs, bobs));
        assertThat(next(watch)).as("what it could not see before either").isEmpty();
        assertThat(watch.isOver()).isFalse();
    }

    @Test
    void shouldEndWhenTheUserMayNoLongerAsk() {
        ChangeWatch watch = watch("backbones/acme/sites");
        known = Optional.empty();
        StreamKey alice = StreamKey.parse("user/alice");
        happen(new Changed(
                new Place(Topic.EVENTS, 0, offset++),
                alice,
                new EntityKey("session", "gone"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(next(watch)).isEmpty();
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void shouldSayThatItIsTooFarBehind() {
        ChangeWatch watch = watch("backbones/acme/sites");
        for (int i = 0; i < 21; i++) {
            siteChanges(ACME, "site-" + i);
        }
        assertThat(names(watch)).containsExactly("expired");
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void shouldWatchOnlyWhatThereIs() {
        assertThatThrownBy(() -> WatchTarget.parse("backbones/acme/nothing")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> WatchTarget.parse("planets")).isInstanceOf(ProblemException.class);
        assertThat(WatchTarget.parse("networks/shop/processes/web").word()).contains("process");
        assertThat(WatchTarget.parse("networks/shop/home").name()).contains("shop");
    }

    @Test
    void shouldCostLittleWhileNothingHappens() {
        List<ChangeWatch> watches = new ArrayList<>();
        List<UniAssertSubscriber<List<OutboundSseEvent>>> waiting = new ArrayList<>();
        long before = used();
        for (int i = 0; i < MANY; i++) {
            ChangeWatch watch = watch("backbones/acme/sites");
            watches.add(watch);
            waiting.add(watch.next().subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        long each = (used() - before) / MANY;
        assertThat(each).as("bytes of an idle watcher").isLessThan(4_000);
        siteChanges(GLOBEX, "rome");
        assertThat(waiting).allSatisfy(UniAssertSubscriber::assertNotTerminated);
        siteChanges(ACME, "paris");
        assertThat(waiting).allSatisfy(UniAssertSubscriber::assertCompleted);
        assertThat(watches).hasSize(MANY);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

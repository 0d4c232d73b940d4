package studio.projection.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberInvitation;
import studio.domain.network.NetworkCommand;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;
import studio.projection.testing.History;
import studio.projection.testing.LiveNetwork;
import studio.projection.testing.Stories;
import studio.schema.Encoded;
import studio.schema.StoredEvent;

/** A class of very many sites: what changes for all of them is written once. {@code -Dstudio.sites} says how many there are. */
class PlannerScaleTest {

    private static final int SITES = Integer.getInteger("studio.sites", 20_000);
    private static final StreamKey SHOP = LiveNetwork.network("shop");

    private final History history = new History();
    private final List<StoredEvent> told = new ArrayList<>();
    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final PlanProcessor planner = new PlanProcessor(TestPlannerConfig.of("one", Path.of("target")));
    private LiveNetwork shop;
    private String gold;

    /** Without a test driver, which would keep all that a store's changelog ever had. */
    @BeforeEach
    void open() {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PlanStore.NAME), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        context.setCurrentSystemTimeMs(0);
        planner.init(context);
        fill();
    }

    private void happened(StoredEvent event) {
        RecordHeaders headers = new RecordHeaders();
        Encoded encoded = Encoded.of(event);
        encoded.describeIn(headers, event.meta().eventId().toString(), event.meta().stream());
        planner.process(new Record<>(event.meta().stream().toString(), encoded.framed(0), 0, headers));
    }

    /** The keys of what was written since the last time. */
    private List<String> keys() {
        List<String> keys = context.forwarded().stream()
                .map(forward -> String.valueOf(forward.record().key()))
                .toList();
        context.resetForwards();
        return keys;
    }

    private void fill() {
        shop = new LiveNetwork(history, "shop", each -> told.addAll(each.events()))
                .found(Owners.user(Name.of("nora")), Owners.NOBODY)
                .populate()
                .compose();
        SiteClass siteClass = history.entities(SHOP).get(SiteClass.KIND, Name.of("gold"));
        gold = "network/shop|class/" + siteClass.meta().uid();
        Ref invitation = history.entities(SHOP)
                .get(MemberInvitation.KIND, Name.of("customers"))
                .ref();
        told.forEach(this::happened);
        for (int i = 0; i < SITES; i++) {
            Ref site = new Ref(Name.of("site-" + i), new Uid(new UUID(7, i)));
            happened(history.happen(
                    Actor.CLAIMS,
                    SHOP,
                    new SiteAdmitted(
                            site,
                            invitation,
                            Set.of(siteClass.ref()),
                            Platform.LINUX,
                            Digest.ofText("key of " + i),
                            Set.of(),
                            AcceptancePolicy.ASK)));
        }
    }

    private List<String> after(Actor actor, NetworkCommand command) {
        told.clear();
        shop.give(actor, command);
        told.forEach(this::happened);
        return keys();
    }

    @Test
    void shouldWriteAChangeOfAClassOnceHoweverManySitesItHas() {
        assertThat(keys().stream().filter(key -> key.contains("|site/00000000-0000-0007-")))
                .as("of sites that have nothing of their own only what their documents are made of")
                .hasSize(SITES)
                .noneMatch(key -> key.substring(key.indexOf("|site/") + 1).contains("|"));
        assertThat(after(Stories.ROOT, replicas(2))).containsExactly(gold + "|process/shop-floor", gold);
        assertThat(after(Stories.ROOT, new NetworkCommand.SuspendNetwork("maintenance")))
                .containsExactly("network/shop|network|halt", "network/shop|network");
        for (int i = 3; i < 53; i++) {
            assertThat(after(Stories.ROOT, replicas(i))).containsExactly(gold + "|process/shop-floor", gold);
        }
    }

    private static ChangeEndpoint replicas(int replicas) {
        return new ChangeEndpoint(
                Name.of("shop-floor"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(replicas),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

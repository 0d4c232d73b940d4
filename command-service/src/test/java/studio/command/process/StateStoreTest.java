package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

class StateStoreTest {

    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final StreamKey OTHER = StreamType.BACKBONE.key(Name.of("other"));

    private KeyValueStore<String, byte[]> bytes;
    private StateStore store;

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        bytes = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StateStore.NAME), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        bytes.init(context.getStateStoreContext(), bytes);
        store = new StateStore(bytes);
    }

    @Test
    void shouldFindTheLastChangeOfAnEntity() {
        // Given
        store.apply(ACME, Change.put(site("paris", "Paris")));
        store.apply(OTHER, Change.put(site("paris", "Texas")));

        // When
        store.apply(ACME, Change.put(site("paris", "Lyon")));

        // Then
        assertThat(store.entities(ACME).find(InteriorSite.KIND, Name.of("paris")))
                .contains(site("paris", "Lyon"));
        assertThat(store.entities(ACME).list(InteriorSite.KIND)).containsExactly(site("paris", "Lyon"));
        assertThat(store.entities(OTHER).list(InteriorSite.KIND)).containsExactly(site("paris", "Texas"));
    }

    @Test
    void shouldForgetWhatIsRemoved() {
        // Given
        store.apply(ACME, Change.put(site("paris", "Paris")));

        // When
        store.apply(ACME, Change.remove(site("paris", "Paris").key()));

        // Then
        assertThat(store.entities(ACME).find(InteriorSite.KIND, Name.of("paris")))
                .isEmpty();
        assertThat(store.entities(ACME).list(InteriorSite.KIND)).isEmpty();
    }

    @Test
    void shouldListInPagesWhatComesAfterAName() {
        // Given
        Stream.of("oslo", "pa", "pab", "pac", "pad", "pb")
                .forEach(name -> store.apply(ACME, Change.put(site(name, "somewhere"))));
        store.apply(OTHER, Change.put(site("pac", "Texas")));
        Entities acme = store.entities(ACME);

        // Then
        assertThat(acme.list(InteriorSite.KIND, "pa", "", 2)).isEqualTo(sites("pa", "pab"));
        assertThat(acme.list(InteriorSite.KIND, "pa", "pab", 2)).isEqualTo(sites("pac", "pad"));
        assertThat(acme.list(InteriorSite.KIND, "pa", "pad", 2)).isEmpty();
        assertThat(acme.list(InteriorSite.KIND, "", "pac", 9)).isEqualTo(sites("pad", "pb"));
    }

    private static List<InteriorSite> sites(String... names) {
        return Stream.of(names).map(name -> site(name, "somewhere")).toList();
    }

    @Test
    void shouldSayTheSameOfMoreEntitiesThanItKeepsDecoded() {
        // Given
        int sites = StateStore.MAX_DECODED + 10;
        for (int i = 0; i < sites; i++) {
            store.apply(ACME, Change.put(site("s" + i, "place " + i)));
        }

        // When
        StateStore reopened = new StateStore(bytes);

        // Then
        for (StateStore each : new StateStore[] {store, reopened}) {
            assertThat(each.entities(ACME).find(InteriorSite.KIND, Name.of("s0")))
                    .contains(site("s0", "place 0"));
            assertThat(each.entities(ACME).list(InteriorSite.KIND)).hasSize(sites);
        }
    }

    private static InteriorSite site(String name, String location) {
        Instant then = TopologyContext.START;
        Uid uid = new Uid(UUID.nameUUIDFromBytes(new byte[] {1}));
        ObjectMeta meta = new ObjectMeta(name, uid, 1, then, then);
        return new InteriorSite.Requested(meta, new InteriorSite.Placement(Platform.LINUX, Optional.of(location)));
    }
}

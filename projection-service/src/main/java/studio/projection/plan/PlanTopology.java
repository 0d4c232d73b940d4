package studio.projection.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import studio.projection.config.PlannerConfig;
import studio.schema.DesiredKey;
import studio.schema.Topic;

/** The wiring: events in; what is desired, and dead letters, out. */
final class PlanTopology {

    static final String DESIRED = "desired";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String EVENTS = "events";
    private static final String PLAN = "plan";

    private PlanTopology() {}

    static Topology build(PlannerConfig config) {
        StoreBuilder<KeyValueStore<String, byte[]>> state = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PlanStore.NAME), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
        Topology topology = new Topology();
        topology.addSource(
                EVENTS, Serdes.String().deserializer(), Serdes.ByteArray().deserializer(), Topic.EVENTS.topicName());
        topology.addProcessor(PLAN, () -> new PlanProcessor(config), EVENTS);
        topology.addStateStore(state, PLAN);
        StreamPartitioner<String, byte[]> byStream = (topic, key, value, partitions) ->
                Optional.of(Set.of(DesiredKey.partition(DesiredKey.parse(key).stream(), partitions)));
        topology.addSink(
                DESIRED,
                Topic.DESIRED.topicName(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                byStream,
                PLAN);
        topology.addSink(
                DEAD_LETTERS,
                Topic.DEAD_LETTER.topicName(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                PLAN);
        return topology;
    }
}

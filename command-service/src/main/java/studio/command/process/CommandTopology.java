package studio.command.process;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** The wiring: commands in; events, outcomes, timers' commands and dead letters out. */
final class CommandTopology {

    static final String EVENTS = "events";
    static final String OUTCOMES = "outcomes";
    static final String TIMERS = "timers";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String COMMANDS = "commands";
    private static final String DECIDE = "decide";

    private CommandTopology() {}

    static Topology build(ProcessorConfig config, SchemaIds schemaIds) {
        StoreBuilder<KeyValueStore<String, byte[]>> state = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StateStore.NAME), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
        Topology topology = new Topology();
        topology.addSource(
                COMMANDS,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                Topic.COMMANDS.topicName());
        topology.addProcessor(DECIDE, () -> new CommandProcessor(config, schemaIds), COMMANDS);
        topology.addStateStore(state, DECIDE);
        addSink(topology, EVENTS, Topic.EVENTS);
        addSink(topology, OUTCOMES, Topic.OUTCOMES);
        addSink(topology, TIMERS, Topic.COMMANDS);
        addSink(topology, DEAD_LETTERS, Topic.DEAD_LETTER);
        return topology;
    }

    private static void addSink(Topology topology, String name, Topic topic) {
        topology.addSink(
                name,
                topic.topicName(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                DECIDE);
    }
}

package studio.command.process;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** The wiring: commands in; events, outcomes, the commands that follow and dead letters out; and what all tasks know of quotas. */
final class CommandTopology {

    static final String EVENTS = "events";
    static final String OUTCOMES = "outcomes";
    static final String FOLLOW_UPS = "follow-ups";
    static final String DEAD_LETTERS = "dead-letters";
    static final String USAGE = "usage-updates";

    private static final String COMMANDS = "commands";
    private static final String DECIDE = "decide";
    private static final String USAGE_RECORDS = "usage-records";
    private static final String KEEP_USAGE = "keep-usage";

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
        addSink(topology, FOLLOW_UPS, Topic.COMMANDS);
        addSink(topology, DEAD_LETTERS, Topic.DEAD_LETTER);
        addUsage(topology, Usage.topic(config.applicationId()));
        return topology;
    }

    /** What all tasks have to know of each other, whichever instance they run in. */
    private static void addUsage(Topology topology, String topic) {
        addSink(topology, USAGE, topic);
        StoreBuilder<KeyValueStore<String, byte[]>> usage = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Usage.NAME), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingDisabled();
        topology.addGlobalStore(
                usage,
                USAGE_RECORDS,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                topic,
                KEEP_USAGE,
                UsageKeeper::new);
    }

    private static void addSink(Topology topology, String name, Topic topic) {
        addSink(topology, name, topic.topicName());
    }

    private static void addSink(Topology topology, String name, String topic) {
        topology.addSink(
                name, topic, Serdes.String().serializer(), Serdes.ByteArray().serializer(), DECIDE);
    }
}

package studio.command.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import studio.schema.Topic;

/**
 * Refuses to decide commands that a processor with another application id has decided. That one's state and memory of commands are
 * under its own name, so this one would begin with nothing and decide all commands still on the topic again.
 */
final class OtherDeciders {

    private static final String CHANGELOG = "-" + StateStore.NAME + "-changelog";

    private final Admin admin;
    private final BrokerAnswers answers;

    OtherDeciders(Admin admin, BrokerAnswers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /**
     * Makes sure that there are none.
     *
     * @param applicationId our own
     * @throws IllegalStateException if there is one; the message says which, and what to do
     */
    void requireNone(String applicationId) {
        Set<String> others = new TreeSet<>(processors());
        others.remove(applicationId);
        others.retainAll(readersOfCommands(others));
        if (!others.isEmpty()) {
            throw new IllegalStateException("studio.processor.application-id is '" + applicationId
                    + "', but the commands of this installation were decided by '" + String.join("', '", others)
                    + "'. Another id would decide them all again, from an empty state. Set it back to that id; only if "
                    + "that one never was this installation's, delete its group with "
                    + "'kafka-consumer-groups.sh --delete --group " + String.join(" --group ", others) + "'");
        }
    }

    /** The groups with a changelog such as ours. Others read commands too, such as tools that show or copy topics. */
    private Set<String> processors() {
        Set<String> topics = answers.await(admin.listTopics().names());
        return answers.await(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> topics.contains(group + CHANGELOG))
                .collect(Collectors.toSet());
    }

    private Set<String> readersOfCommands(Set<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> all = groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        if (all.isEmpty()) {
            return Set.of();
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets =
                answers.await(admin.listConsumerGroupOffsets(all).all());
        return offsets.entrySet().stream()
                .filter(group -> group.getValue().keySet().stream()
                        .anyMatch(partition -> partition.topic().equals(Topic.COMMANDS.topicName())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

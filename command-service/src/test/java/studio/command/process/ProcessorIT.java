package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static studio.command.process.TopologyContext.Given.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import studio.command.process.TopologyContext.Given;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.schema.ChainVerifier;
import studio.schema.CommandOutcome;
import studio.schema.StoredEvent;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.TestServers;

/**
 * The processor on a real broker, killed as a crash kills. The broker is this test's own: on a shared one, a service that another test
 * started would decide the same commands.
 */
class ProcessorIT {

    private static final Actor ADMIN = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());
    private static final int BACKBONES = 24;
    private static final int COMMANDS = 6_000;
    private static final Name SITE = Name.of("site");

    /** Instances' logs stay here, beside those of the servers. */
    private static final Path LOGS = Path.of(
            "target", "processors", String.valueOf(ProcessHandle.current().pid()));

    /** A takeover is a matter of seconds; the rest is for a machine that has much else to do. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    private KafkaCluster kafka;

    private Path directory;

    private final List<ProcessorInstance> instances = new ArrayList<>();

    @BeforeEach
    void nameDirectory(TestInfo test) {
        directory = LOGS.resolve(test.getTestMethod().orElseThrow().getName());
    }

    /** A broker that has seen no test before: offsets of a group outlive the topics that they are for, by a moment. */
    @BeforeEach
    void startBroker() {
        kafka = TestServers.newKafka();
        try (Admin admin = kafka.admin()) {
            new TopicSetup(admin, new TestTopicsConfig(), TestProcessorConfig.APPLICATION).run();
        }
    }

    @AfterEach
    void killInstances() {
        instances.forEach(ProcessorInstance::kill9);
    }

    private ProcessorInstance start(String instanceId) {
        ProcessorInstance instance = ProcessorInstance.start(kafka.bootstrapServers(), instanceId, directory);
        instances.add(instance);
        return instance;
    }

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhenKilledUnderLoad() {
        try (CommandTraffic traffic = new CommandTraffic(kafka.bootstrapServers())) {
            // Given
            ProcessorInstance instance = start("one");
            prepare(traffic);
            List<Given> given = changes();
            given.subList(0, COMMANDS / 2).forEach(traffic::give);
            await().atMost(LONG_ENOUGH).until(() -> traffic.answered().size() > BACKBONES * 2 + COMMANDS / 10);

            // When
            instance.kill9();
            given.subList(COMMANDS / 2, COMMANDS).forEach(traffic::give);
            start("one");
            awaitAll(traffic, given);

            // Then
            assertEachHappenedOnce(traffic, given);
        }
    }

    @Test
    void shouldLetAnotherInstanceTakeOver() {
        try (CommandTraffic traffic = new CommandTraffic(kafka.bootstrapServers())) {
            // Given
            ProcessorInstance one = start("one");
            prepare(traffic);
            start("two");
            List<Given> given = changes();
            given.subList(0, COMMANDS / 2).forEach(traffic::give);
            await().atMost(LONG_ENOUGH).until(() -> traffic.answered().size() > BACKBONES * 2 + COMMANDS / 10);

            // When
            one.kill9();
            given.subList(COMMANDS / 2, COMMANDS).forEach(traffic::give);
            awaitAll(traffic, given);

            // Then
            assertEachHappenedOnce(traffic, given);
        }
    }

    @Test
    void shouldStillKnowACommandThatItDecidedBeforeItWasKilled() {
        try (CommandTraffic traffic = new CommandTraffic(kafka.bootstrapServers())) {
            // Given
            Given create = command("c1", backbone(0), ADMIN, new CreateBackbone(Owners.NOBODY, Owners.NOBODY));
            ProcessorInstance instance = start("one");
            traffic.give(create);
            awaitAll(traffic, List.of(create));
            instance.kill9();

            // When
            start("one");
            traffic.give(create);
            await().atMost(LONG_ENOUGH).until(() -> {
                traffic.answered();
                return traffic.outcomesOf("c1").size() == 2;
            });

            // Then
            CommandOutcome second = traffic.outcomesOf("c1").get(1);
            assertThat(second).isEqualTo(traffic.outcomesOf("c1").getFirst().again());
        }
    }

    @Test
    void shouldRefuseAnotherApplicationIdForCommandsThatAreDecided() {
        try (CommandTraffic traffic = new CommandTraffic(kafka.bootstrapServers());
                Admin admin = kafka.admin()) {
            // Given
            Given create = command("c1", backbone(0), ADMIN, new CreateBackbone(Owners.NOBODY, Owners.NOBODY));
            start("one");
            traffic.give(create);
            awaitAll(traffic, List.of(create));

            // When
            OtherDeciders others = new OtherDeciders(admin, new BrokerAnswers(Duration.ofSeconds(30)));

            // Then
            assertThatCode(() -> others.requireNone(TestProcessorConfig.APPLICATION))
                    .doesNotThrowAnyException();
            assertThatIllegalStateException()
                    .isThrownBy(() -> others.requireNone("another"))
                    .withMessageContaining("'another'")
                    .withMessageContaining("'" + TestProcessorConfig.APPLICATION + "'")
                    .withMessageContaining("Set it back");
        }
    }

    private static StreamKey backbone(int number) {
        return StreamType.BACKBONE.key(Name.of("b" + number));
    }

    private static void prepare(CommandTraffic traffic) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < BACKBONES; i++) {
            given.add(command("create-" + i, backbone(i), ADMIN, new CreateBackbone(Owners.NOBODY, Owners.NOBODY)));
            given.add(command(
                    "add-" + i, backbone(i), ADMIN, new AddInteriorSite(SITE, Platform.LINUX, Optional.empty())));
        }
        given.forEach(traffic::give);
        awaitAll(traffic, given);
    }

    private static List<Given> changes() {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            ChangeInteriorSite change = new ChangeInteriorSite(SITE, Optional.of("place " + i));
            given.add(command("change-" + i, backbone(i % BACKBONES), ADMIN, change));
        }
        return given;
    }

    private static void awaitAll(CommandTraffic traffic, List<Given> given) {
        Set<String> unanswered = given.stream().map(Given::id).collect(Collectors.toCollection(TreeSet::new));
        await().atMost(LONG_ENOUGH)
                .until(
                        () -> {
                            unanswered.removeAll(traffic.answered());
                            return unanswered;
                        },
                        Set::isEmpty);
    }

    private static void assertEachHappenedOnce(CommandTraffic traffic, List<Given> given) {
        assertThat(traffic.groups()).as("who decides here").containsExactly(TestProcessorConfig.APPLICATION);
        traffic.readAllOutcomes();
        List<StoredEvent> events = traffic.events();
        Map<String, Long> eventsByCommand = events.stream()
                .collect(Collectors.groupingBy(event -> event.meta().commandId(), Collectors.counting()));
        for (Given each : given) {
            List<CommandOutcome> outcomes = traffic.outcomesOf(each.id());
            assertThat(outcomes).as(each.id()).hasSize(1);
            assertThat(outcomes.getFirst().accepted()).as(each.id()).isTrue();
            assertThat(eventsByCommand.get(each.id())).as(each.id()).isEqualTo(1);
        }
        ChainVerifier verifier = new ChainVerifier();
        assertThat(events).allSatisfy(event -> assertThat(verifier.next(event)).isEmpty());
    }
}

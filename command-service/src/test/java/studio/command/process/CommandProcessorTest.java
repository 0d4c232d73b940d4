package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.process.TopologyContext.Given.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.command.process.TopologyContext.Given;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.user.ApiToken;
import studio.domain.user.UserCommand.CreateApiToken;
import studio.domain.user.UserCommand.RegisterUser;
import studio.schema.CommandCodec;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.HashChain;
import studio.schema.StoredEvent;

class CommandProcessorTest {

    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final StreamKey ALICE = StreamType.USER.key(Name.of("alice"));
    private static final Actor ADMIN = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());
    private static final Actor STRANGER = Actor.user(Name.of("mallory"), Set.of(Role.BACKBONE_OWNER), Set.of());
    private static final Command CREATE = new CreateBackbone(Owners.NOBODY, Owners.NOBODY);

    private TopologyContext context = new TopologyContext();

    @AfterEach
    void close() {
        context.close();
    }

    private static Command addSite(String name) {
        return new AddInteriorSite(Name.of(name), Platform.LINUX, Optional.empty());
    }

    @Test
    void shouldAppendEventsAndAnswerWithTheNewRevision() {
        // When
        CommandOutcome outcome = context.give(command("c1", ACME, ADMIN, CREATE));

        // Then
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.revision()).isEqualTo(3);
        assertThat(outcome.subject()).isEqualTo("backbone/acme");
        assertThat(outcome.subjectRevision()).isEqualTo(1);
        assertThat(context.events())
                .extracting(StoredEvent::type)
                .containsExactly(
                        "studio.events.BackboneCreated",
                        "studio.events.CertificateRequested",
                        "studio.events.CertificateRequested");
    }

    @Test
    void shouldChainTheEventsOfAStreamAndLeaveNoGap() {
        // Given
        context.give(command("c1", ACME, ADMIN, CREATE));
        context.give(command("c2", ACME, ADMIN, addSite("paris")));

        // When
        List<StoredEvent> events = context.events();

        // Then
        Digest previous = HashChain.START;
        long revision = 0;
        for (StoredEvent event : events) {
            assertThat(event.meta().previousHash()).isEqualTo(previous);
            assertThat(event.meta().revision()).isEqualTo(++revision);
            previous = HashChain.hash(event.type(), event.version(), event.body());
            assertThat(event.meta().hash()).isEqualTo(previous);
        }
        assertThat(revision).isEqualTo(4);
    }

    @Test
    void shouldHaveOneEffectWhenTheSameCommandComesTwice() {
        // Given
        CommandOutcome first = context.give(command("c1", ACME, ADMIN, CREATE));
        context.events();

        // When
        CommandOutcome second = context.give(command("c1", ACME, ADMIN, CREATE));

        // Then
        assertThat(second).isEqualTo(first.again());
        assertThat(context.events()).isEmpty();
    }

    @Test
    void shouldRefuseAnotherCommandUnderTheSameId() {
        // Given
        context.give(command("c1", ACME, ADMIN, CREATE));
        context.events();

        // When
        CommandOutcome outcome = context.give(command("c1", ACME, ADMIN, addSite("paris")));

        // Then
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
        assertThat(context.events()).isEmpty();
    }

    @Test
    void shouldRememberARefusalToo() {
        // Given
        context.give(command("c1", ACME, ADMIN, addSite("paris")));
        context.give(command("c2", ACME, ADMIN, CREATE));

        // When
        CommandOutcome again = context.give(command("c1", ACME, ADMIN, addSite("paris")));

        // Then
        assertThat(again.duplicate()).isTrue();
        assertThat(again.rejection().orElseThrow().reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void shouldForgetTheOldestCommandBeyondTheLimit() {
        // Given
        context.close();
        context = new TopologyContext(Duration.ofHours(1), 2);
        context.give(command("c1", ACME, ADMIN, CREATE));
        context.give(command("c2", ACME, ADMIN, addSite("paris")));
        context.give(command("c3", ACME, ADMIN, addSite("rome")));

        // When
        CommandOutcome outcome = context.give(command("c1", ACME, ADMIN, CREATE));

        // Then
        assertThat(outcome.duplicate()).isFalse();
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.ALREADY_EXISTS);
    }

    @Test
    void shouldForgetCommandsAfterTheWindow() {
        // Given
        context.give(command("c1", ACME, ADMIN, CREATE));

        // When
        context.pass(Duration.ofHours(25));

        // Then
        assertThat(context.give(command("c1", ACME, ADMIN, CREATE)).duplicate()).isFalse();
    }

    @Test
    void shouldRefuseAStaleRevisionAndShowTheNewerState() {
        // Given
        context.give(command("c1", ACME, ADMIN, CREATE));
        context.events();
        Given stale = command("c2", ACME, ADMIN, new DeleteBackbone(false));

        // When
        CommandOutcome outcome = context.give(stale.expecting(7));

        // Then
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.REVISION_CONFLICT);
        assertThat(outcome.rejection().orElseThrow().current().orElseThrow())
                .contains("\"name\":\"acme\"")
                .contains("\"revision\":1");
        assertThat(context.events()).isEmpty();
    }

    @Test
    void shouldNotTellAStrangerThatTheRevisionIsStale() {
        // Given
        context.give(command("c1", ACME, ADMIN, CREATE));

        // When
        CommandOutcome outcome =
                context.give(command("c2", ACME, STRANGER, addSite("paris")).expecting(7));

        // Then
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void shouldAppendNothingInADryRun() {
        // When
        CommandOutcome outcome = context.give(command("c1", ACME, ADMIN, CREATE).dry());

        // Then
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.events().getFirst().data().orElseThrow()).contains("\"owners\":{\"users\":[\"admin\"]");
        assertThat(context.events()).isEmpty();
        assertThat(context.give(command("c2", ACME, ADMIN, CREATE)).accepted()).isTrue();
    }

    @Test
    void shouldNeverLetTimeGoBackInAStream() {
        // Given
        context.pass(Duration.ofHours(1));
        context.give(command("c1", ACME, ADMIN, CREATE));
        Given late = command("c2", ACME, ADMIN, addSite("paris"));

        // When
        context.pipe(ACME.toString(), CommandCodec.encode(late.meta(TopologyContext.START), late.command()));

        // Then
        Instant latest = TopologyContext.START.plus(Duration.ofHours(1));
        assertThat(context.events())
                .extracting(event -> event.meta().occurredAt())
                .containsOnly(latest);
    }

    @Test
    void shouldBuryWhatCannotBeReadAndGoOn() {
        // When
        context.pipeRaw("backbone/acme", new byte[] {1, 2, 3});
        Given elsewhere = command("c1", ACME, ADMIN, CREATE);
        Encoded encoded = CommandCodec.encode(elsewhere.meta(TopologyContext.START), elsewhere.command());
        context.pipe("backbone/other", encoded);
        context.pipe(ACME.toString(), new Encoded(encoded.type(), 99, encoded.body()));

        // Then
        assertThat(context.deadLetters())
                .extracting(TestRecord::key)
                .containsExactly("backbone/acme", "backbone/other", "backbone/acme");
        assertThat(context.hasOutcome()).isFalse();
        assertThat(context.give(command("c2", ACME, ADMIN, CREATE)).accepted()).isTrue();
    }

    @Test
    void shouldBuryACommandForAStreamOfAnotherType() {
        // Given
        Given misdirected = command("c1", ALICE, ADMIN, CREATE);

        // When
        context.pipe(ALICE.toString(), CommandCodec.encode(misdirected.meta(TopologyContext.START), CREATE));

        // Then
        assertThat(context.deadLetters()).hasSize(1);
    }

    @Test
    void shouldGiveTheCommandOfATimerWhenItIsDueAndOnlyOnce() {
        // Given
        Actor alice = Actor.user(Name.of("alice"), Set.of(), Set.of());
        context.give(command("c1", ALICE, ADMIN, new RegisterUser(Set.of(), Set.of())));
        Instant expiry = TopologyContext.START.plus(Duration.ofHours(1));
        context.give(command(
                "c2",
                ALICE,
                alice,
                new CreateApiToken(
                        Name.of("ci"), Set.of(ApiToken.Scope.READ), new Digest("0".repeat(64)), Optional.of(expiry))));
        context.events();

        context.pass(Duration.ofMinutes(59));
        List<StoredEvent> early = context.events();

        // When
        context.pass(Duration.ofMinutes(2));
        context.pass(Duration.ofMinutes(2));

        // Then
        assertThat(early).isEmpty();
        assertThat(context.events()).extracting(StoredEvent::type).containsExactly("studio.events.ApiTokenExpired");
    }
}

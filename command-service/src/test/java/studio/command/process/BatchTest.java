package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.process.TopologyContext.Given.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.schema.Batch;
import studio.schema.ChainVerifier;
import studio.schema.CommandCodec;
import studio.schema.CommandOutcome;
import studio.schema.StoredEvent;

/** Several commands as one. */
class BatchTest {

    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final Actor ADMIN = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());
    private static final Actor STRANGER = Actor.user(Name.of("mallory"), Set.of(), Set.of());

    private final TopologyContext processor = new TopologyContext();

    @AfterEach
    void close() {
        processor.close();
    }

    private static Command add(String site) {
        return new AddInteriorSite(Name.of(site), Platform.LINUX, Optional.empty());
    }

    private static Command move(String site) {
        return new ChangeInteriorSite(Name.of(site), Optional.of("Europe"));
    }

    private static TopologyContext.Given batch(String id, Command... commands) {
        return command(id, ACME, ADMIN, new Batch(List.of(commands)));
    }

    @Test
    void shouldDecideEachOnWhatThoseBeforeItDid() {
        // When
        CommandOutcome outcome = processor.give(
                batch("1", new CreateBackbone(Owners.NOBODY, Owners.NOBODY), add("paris"), move("paris"), add("lyon")));

        // Then
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.subject()).isEqualTo("backbone/acme");
        List<StoredEvent> events = processor.events();
        assertThat(events).hasSizeGreaterThanOrEqualTo(4).hasSameSizeAs(outcome.events());
        assertThat(events).extracting(event -> event.meta().commandId()).containsOnly("1");
        ChainVerifier verifier = new ChainVerifier();
        assertThat(events).allSatisfy(event -> assertThat(verifier.next(event)).isEmpty());
        assertThat(outcome.revision()).isEqualTo(events.size());
    }

    @Test
    void shouldRefuseAllIfOneIsRefusedAndSayWhich() {
        // Given
        processor.give(batch("1", new CreateBackbone(Owners.NOBODY, Owners.NOBODY)));
        processor.events();

        // When
        CommandOutcome outcome = processor.give(batch("2", add("paris"), add("paris"), add("lyon")));

        // Then
        CommandOutcome.Refusal refusal = outcome.rejection().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(refusal.detail()).startsWith("command 1 of the batch: ");
        assertThat(refusal.field()).hasValue("commands.1.body.name");
        assertThat(processor.events()).isEmpty();
        assertThat(processor.give(command("3", ACME, ADMIN, add("paris"))).accepted())
                .isTrue();
    }

    @Test
    void shouldRefuseMoreEventsThanOneCommandMayCause() {
        // Given
        processor.give(batch("1", new CreateBackbone(Owners.NOBODY, Owners.NOBODY)));
        processor.events();
        List<Command> many = IntStream.range(0, Batch.MAX_COMMANDS)
                .mapToObj(number -> add("site-" + number))
                .toList();

        // When
        CommandOutcome outcome = processor.give(command("2", ACME, ADMIN, new Batch(many)));

        // Then
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(processor.events()).isEmpty();
    }

    @Test
    void shouldAuthoriseEach() {
        // Given
        processor.give(batch("1", new CreateBackbone(Owners.NOBODY, Owners.NOBODY)));

        // When
        CommandOutcome outcome = processor.give(command("2", ACME, STRANGER, new Batch(List.of(add("paris")))));

        // Then
        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void shouldAppendNothingInADryRunAndTellAll() {
        // When
        CommandOutcome outcome =
                processor.give(batch("1", new CreateBackbone(Owners.NOBODY, Owners.NOBODY), add("paris"))
                        .dry());

        // Then
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.events())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(event -> assertThat(event.data()).isPresent());
        assertThat(processor.events()).isEmpty();
    }

    @Test
    void shouldBuryABatchWithACommandOfAnotherStream() {
        // When
        TopologyContext.Given foreign = batch("1", new ChangeLibrary(Owners.NOBODY));
        processor.pipe(ACME.toString(), CommandCodec.encode(foreign.meta(TopologyContext.START), foreign.command()));

        // Then
        assertThat(processor.hasOutcome()).isFalse();
        assertThat(processor.deadLetters()).hasSize(1);
    }
}

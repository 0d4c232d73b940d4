package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.library.Libraries.ACME;
import static studio.domain.library.Libraries.DATABASE;
import static studio.domain.library.Libraries.GUEST;
import static studio.domain.library.Libraries.ONE;
import static studio.domain.library.Libraries.ORDERS;
import static studio.domain.library.Libraries.PINNED;
import static studio.domain.library.Libraries.WEB;
import static studio.domain.library.Libraries.first;
import static studio.domain.library.Libraries.plain;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.Actors.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Owners;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.RenewLibrary;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** Every command of a library in every state of what it is about, and from everybody who may or may not give it. */
class LibraryDecisionTest {

    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command          | absent         | published             | version withdrawn     | all withdrawn
        ChangeLibrary    | NOT_FOUND      | LibraryChanged        | LibraryChanged        | LibraryChanged
        RenewLibrary     | same           | LibraryRenewed        | LibraryRenewed        | LibraryRenewed
        publish same     | LibraryCreated | same                  | WRONG_STATE           | WRONG_STATE
        publish other    | LibraryCreated | ALREADY_EXISTS        | WRONG_STATE           | WRONG_STATE
        publish third    | LibraryCreated | ImageVersionPublished | ImageVersionPublished | WRONG_STATE
        publish database | LibraryCreated | ImagePublished        | ImagePublished        | ImagePublished
        withdraw version | NOT_FOUND      | ImageVersionWithdrawn | same                  | same
        withdraw third   | NOT_FOUND      | NOT_FOUND             | NOT_FOUND             | NOT_FOUND
        withdraw image   | NOT_FOUND      | ImageWithdrawn        | ImageWithdrawn        | same
        same service     | LibraryCreated | same                  | same                  | WRONG_STATE
        other protocol   | LibraryCreated | ALREADY_EXISTS        | ALREADY_EXISTS        | WRONG_STATE
        another service  | LibraryCreated | ServicePublished      | ServicePublished      | ServicePublished
        withdraw service | NOT_FOUND      | ServiceWithdrawn      | ServiceWithdrawn      | same
        withdraw no such | NOT_FOUND      | NOT_FOUND             | NOT_FOUND             | NOT_FOUND
        """);

    private static final DecisionTable BY_ACTOR = DecisionTable.of("""
        library         | admin | publisher | guest     | auditor   | stranger  | user public | agent     | clock
        acme            | yes   | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND   | NOT_FOUND | NOT_FOUND
        acme before     | yes   | yes       | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND   | NOT_FOUND | NOT_FOUND
        public          | yes   | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN   | NOT_FOUND | NOT_FOUND
        public before   | yes   | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN   | NOT_FOUND | NOT_FOUND
        """);

    private static final Map<String, Supplier<StreamSpec<LibraryCommand, LibraryEvent>>> STATES = Map.of(
            "absent", Libraries::absent,
            "published", Libraries::published,
            "version withdrawn", Libraries::versionWithdrawn,
            "all withdrawn", Libraries::withdrawn,
            "acme", Libraries::published,
            "acme before", Libraries::absent,
            "public", () -> shared().given(ADMIN, new PublishImage(WEB, ONE, plain(PINNED))),
            "public before", LibraryDecisionTest::shared);

    private static final Map<String, Actor> ACTORS = Map.of(
            "admin", ADMIN,
            "publisher", ACME,
            "guest", GUEST,
            "auditor", AUDITOR,
            "stranger", STRANGER,
            "user public", user("public", Set.of()),
            "agent", agent(StreamSpec.ANY_UID),
            "clock", Actor.TIMER);

    private static StreamSpec<LibraryCommand, LibraryEvent> shared() {
        return StreamSpec.of(StreamType.LIBRARY, "public");
    }

    @Test
    void shouldDecideEveryCommand() {
        assertThat(BY_STATE.rows().stream()
                        .<Class<?>>map(row -> command(row).getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(StreamType.records(LibraryCommand.class));
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> DecisionTable.effect(
                DecisionTable.named(column, STATES).get().stream().submit(ACME, command(row))));
    }

    /** Whoever may give one command of a library may give them all. */
    @TestFactory
    Stream<DynamicTest> shouldDecideByActor() {
        return BY_ACTOR.tests((row, column) -> {
            Actor actor = DecisionTable.named(column, ACTORS);
            List<String> verdicts = BY_STATE.rows().stream()
                    .map(LibraryDecisionTest::command)
                    .map(command -> StreamType.LIBRARY
                            .decider()
                            .authorise(
                                    command,
                                    DecisionTable.named(row, STATES).get().stream()
                                            .entities(),
                                    actor))
                    .map(refusal ->
                            refusal.map(rejection -> rejection.reason().name()).orElse("yes"))
                    .distinct()
                    .toList();
            assertThat(verdicts).hasSize(1);
            return verdicts.getFirst();
        });
    }

    private static LibraryCommand command(String name) {
        return switch (name) {
            case "ChangeLibrary" -> new ChangeLibrary(Owners.user(ORDERS));
            case "RenewLibrary" -> new RenewLibrary();
            case "publish same" -> new PublishImage(WEB, ONE, first());
            case "publish other" -> new PublishImage(WEB, ONE, plain(PINNED));
            case "publish third" -> new PublishImage(WEB, VersionName.of("3"), plain(PINNED));
            case "publish database" -> new PublishImage(DATABASE, ONE, plain(PINNED));
            case "withdraw version" -> new WithdrawImage(WEB, Optional.of(ONE), Optional.empty());
            case "withdraw third" -> new WithdrawImage(WEB, Optional.of(VersionName.of("3")), Optional.empty());
            case "withdraw image" -> new WithdrawImage(WEB, Optional.empty(), Optional.empty());
            case "same service" -> new PublishService(ORDERS, Service.Protocol.HTTP, 8080);
            case "other protocol" -> new PublishService(ORDERS, Service.Protocol.HTTP2, 8080);
            case "another service" -> new PublishService(DATABASE, Service.Protocol.TCP, 5432);
            case "withdraw service" -> new WithdrawService(ORDERS, Optional.empty());
            case "withdraw no such" -> new WithdrawService(DATABASE, Optional.empty());
            default -> throw new AssertionError("no example of " + name);
        };
    }
}

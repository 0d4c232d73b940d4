package studio.domain.library;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Timer;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.RenewLibrary;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.library.LibraryEvent.LibraryChanged;
import studio.domain.library.LibraryEvent.LibraryRenewed;

/** Decides a library's stream. */
public final class LibraryDecider implements Decider<LibraryCommand, LibraryEvent> {

    /** It has no state, so one is enough. */
    public static final LibraryDecider INSTANCE = new LibraryDecider();

    private LibraryDecider() {}

    @Override
    public Optional<Rejection> authorise(LibraryCommand command, Entities entities, Actor actor) {
        return LibraryAccess.authorise(entities, actor);
    }

    @Override
    public Decision<LibraryEvent> decide(LibraryCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case ChangeLibrary c -> present(entities, library -> change(c, library));
            case RenewLibrary c ->
                LibraryAccess.present(entities)
                        .filter(library -> !library.isEmpty())
                        .map(library -> Decision.<LibraryEvent>accept(
                                new LibraryRenewed(facts.ids().next())))
                        .orElseGet(Decision::accept);
            case PublishImage c -> ImageRules.publish(c, entities, facts);
            case WithdrawImage c -> present(entities, library -> ImageRules.withdraw(c, entities));
            case PublishService c -> ServiceRules.publish(c, entities, facts);
            case WithdrawService c -> present(entities, library -> ServiceRules.withdraw(c, entities));
        };
    }

    private static Decision<LibraryEvent> present(Entities entities, Function<Library, Decision<LibraryEvent>> decide) {
        return LibraryAccess.present(entities)
                .map(decide)
                .orElseGet(() -> reject(
                        Rejection.notFound(Library.KIND.key(entities.stream().name()))));
    }

    private static Decision<LibraryEvent> change(ChangeLibrary command, Library library) {
        if (command.offeredTo().equals(library.offeredTo())) {
            return accept();
        }
        if (Name.of(library.meta().name()).equals(Library.SHARED)) {
            return reject(Rejection.ofField(
                    INVALID_VALUE, "offeredTo", "must be nobody: every user may use the shared library already"));
        }
        return unless(
                Limits.owners("offeredTo", command.offeredTo()), () -> accept(new LibraryChanged(command.offeredTo())));
    }

    @Override
    public List<Change> evolve(Recorded<LibraryEvent> recorded, Entities entities) {
        return LibraryEvolution.evolve(recorded, entities);
    }

    /** The clock owes a library nothing. */
    @Override
    public List<Timer> timers(Entity entity) {
        return List.of();
    }
}

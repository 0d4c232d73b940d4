package studio.domain.library;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;

/** Who may see and change a library. */
public final class LibraryAccess {

    private LibraryAccess() {}

    /**
     * Says whether the actor may read what is in the library: administrators, auditors, its publisher and those to whom it is offered
     * may, and every user may read the shared one.
     */
    public static boolean mayRead(Actor actor, Library library) {
        Name publisher = Name.of(library.meta().name());
        return actor.is(Role.AUDITOR)
                || mayChange(actor, publisher)
                || isSharedWith(actor, publisher)
                || library.offeredTo().include(actor);
    }

    /** Says whether the actor may change that publisher's library: administrators may, and the user whose it is. */
    public static boolean mayChange(Actor actor, Name publisher) {
        return actor.is(Role.ADMINISTRATOR) || (!publisher.equals(Library.SHARED) && actor.isUser(publisher.value()));
    }

    /** Who may read what happened in a library, beside administrators and auditors. Whoever may use it sees what it has become. */
    public static Owners historians(Library library) {
        Name publisher = Name.of(library.meta().name());
        return publisher.equals(Library.SHARED) ? Owners.NOBODY : Owners.user(publisher);
    }

    private static boolean isSharedWith(Actor actor, Name publisher) {
        return publisher.equals(Library.SHARED) && actor.kind() == Actor.Type.USER;
    }

    static Optional<Rejection> authorise(Entities entities, Actor actor) {
        Name publisher = entities.stream().name();
        if (mayChange(actor, publisher) || actor.sameAs(Actor.DIRECTORY)) {
            return Optional.empty();
        }
        // That there is a shared library is no secret, whether anything is in it or not.
        boolean telling = isSharedWith(actor, publisher)
                || present(entities).filter(library -> mayRead(actor, library)).isPresent();
        return Optional.of(
                telling
                        ? Rejection.of(FORBIDDEN, "only the library's publisher and administrators may do that")
                        : Rejection.notFound(Library.KIND.key(publisher)));
    }

    /** The stream's library, once something was published. */
    static Optional<Library> present(Entities entities) {
        return entities.find(Library.KIND, entities.stream().name());
    }
}

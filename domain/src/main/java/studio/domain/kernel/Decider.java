package studio.domain.kernel;

import java.util.List;
import java.util.Optional;

/**
 * How one type of stream decides. All four are pure and total: the same arguments, the same answer, and no exception but for a
 * log that contradicts itself. So one piece of code answers a command, previews it, replays the log and tells an earlier state.
 *
 * @param <C> the stream's commands
 * @param <E> the stream's events
 */
public interface Decider<C extends Command, E extends Event> {

    /** Says why the actor may not give the command, if so. What it may not see is {@link Rejection.Reason#NOT_FOUND}. */
    Optional<Rejection> authorise(C command, Entities entities, Actor actor);

    /** Answers a command whose actor is authorised. */
    Decision<E> decide(C command, Entities entities, Facts facts);

    /**
     * What an event changes. Validates nothing and decides nothing.
     *
     * @throws IllegalStateException if the event can't have happened in this state: the log and the state disagree
     */
    List<Change> evolve(Recorded<E> recorded, Entities entities);

    /** The commands that the clock owes this entity in its present state. */
    List<Timer> timers(Entity entity);
}

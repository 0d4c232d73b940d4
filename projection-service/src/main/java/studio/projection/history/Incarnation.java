package studio.projection.history;

import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Owners;
import studio.projection.query.Conditions;

/**
 * One life of the root of a stream. A name that is freed and taken again goes on in the same stream, and its earlier life still
 * belongs to its former owners.
 *
 * @param since   its first revision
 * @param until   the first revision of the next; absent for the present one
 * @param readers who owned it at its end, or own it now
 */
public record Incarnation(long since, Optional<Long> until, Owners readers) {

    /** Says whether the event of that revision, or what was refused after it, is of this incarnation. */
    public boolean covers(long revision) {
        return revision >= since && until.filter(end -> revision >= end).isEmpty();
    }

    /** Says whether the actor may read what happened in it. */
    public boolean isReadableBy(Actor actor) {
        return Conditions.readsAll(actor) || readers.include(actor);
    }
}

package studio.command.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.domain.StreamType;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Timer;

/**
 * What the clock owes the entities of this task, soonest first. Timers follow from the entities' states, so the index is in memory
 * alone and a restart builds it again.
 */
final class TimerIndex {

    private final TreeSet<Due> soonestFirst =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::id));
    private final Map<Owner, Set<Due>> byOwner = new HashMap<>();

    /** The timers of every entity in the store. */
    TimerIndex(StateStore store) {
        store.forEachEntity(this::set);
    }

    /** Sets the timers that the entity's present state asks for, in place of those it had. */
    void set(StreamKey stream, Entity entity) {
        clear(stream, entity.key());
        for (Timer timer : StreamType.of(stream).decider().timers(entity)) {
            Owner owner = new Owner(stream, entity.key());
            Due due = new Due(owner, timer);
            soonestFirst.add(due);
            byOwner.computeIfAbsent(owner, absent -> new HashSet<>()).add(due);
        }
    }

    /** Takes the entity's timers away. */
    void clear(StreamKey stream, EntityKey entity) {
        Set<Due> timers = byOwner.remove(new Owner(stream, entity));
        if (timers != null) {
            soonestFirst.removeAll(timers);
        }
    }

    /** Takes out what is due; never more than {@code limit} at once. */
    List<Due> takeDue(Instant now, int limit) {
        List<Due> due = new ArrayList<>();
        while (due.size() < limit
                && !soonestFirst.isEmpty()
                && !soonestFirst.first().at().isAfter(now)) {
            due.add(soonestFirst.pollFirst());
        }
        return due;
    }

    /**
     * Whose timer it is.
     *
     * @param stream the stream
     * @param entity the entity in it
     */
    record Owner(StreamKey stream, EntityKey entity) {}

    /**
     * A timer that is set.
     *
     * @param owner whose it is
     * @param timer what for, and when
     */
    record Due(Owner owner, Timer timer) {

        Instant at() {
            return timer.due();
        }

        /** The same timer makes the same id, so that firing it twice has one effect. */
        String id() {
            return "timer/" + owner.stream() + "/" + owner.entity() + "/" + timer.name() + "/" + at();
        }
    }
}

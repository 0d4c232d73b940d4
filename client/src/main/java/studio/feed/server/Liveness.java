package studio.feed.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.feed.source.Subject;

/**
 * Who is there and who is lost, in memory alone. Lost is who misses three beats; back is who beats twice, so that a link that comes and
 * goes does not make news of each time. Only what changes is told, and at most once a second all of it together.
 */
public final class Liveness {

    private static final int BEATS_TO_BE_BACK = 2;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<Subject, Seen> subjects = new HashMap<>();
    private final Map<Subject, Boolean> changes = new LinkedHashMap<>();
    private Instant lastTold = Instant.EPOCH;

    private record Seen(Instant last, int beats, boolean present) {}

    /**
     * What is news.
     *
     * @param subject who
     * @param present whether it is there now
     */
    public record Transition(Subject subject, boolean present) {}

    /** Somebody said something: a HELLO or a beat. */
    public void heard(Subject subject, Instant now) {
        Seen before = subjects.getOrDefault(subject, new Seen(now, BEATS_TO_BE_BACK - 1, false));
        int beats = Math.min(before.beats() + 1, BEATS_TO_BE_BACK);
        boolean present = before.present() || beats >= BEATS_TO_BE_BACK;
        subjects.put(subject, new Seen(now, beats, present));
        note(subject, before.present(), present);
    }

    /** Somebody was there when one last knew: it is lost if it does not come in time, and no news if it does. */
    public void expect(Subject subject, Instant now) {
        subjects.putIfAbsent(subject, new Seen(now, BEATS_TO_BE_BACK, true));
    }

    /** Somebody was removed, and is nobody's concern. */
    public void forget(Subject subject) {
        subjects.remove(subject);
        changes.remove(subject);
    }

    private void note(Subject subject, boolean before, boolean after) {
        // Who changes twice before it is told has not changed.
        if (before != after && changes.remove(subject) == null) {
            changes.put(subject, after);
        }
    }

    /** Time has passed; what is to be told now. */
    public List<Transition> tick(Instant now) {
        subjects.replaceAll((subject, seen) -> {
            boolean lost = seen.present() && now.isAfter(seen.last().plus(ServerSession.SILENCE));
            if (lost) {
                note(subject, true, false);
            }
            return lost ? new Seen(seen.last(), 0, false) : seen;
        });
        if (changes.isEmpty() || now.isBefore(lastTold.plus(PAUSE))) {
            return List.of();
        }
        List<Transition> told = new ArrayList<>();
        changes.forEach((subject, present) -> told.add(new Transition(subject, present)));
        changes.clear();
        lastTold = now;
        return told;
    }
}

package studio.feed.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys of an audience the last revisions changed. What they are now is in the audience's shelf, so a window is small.
 *
 * @param floor     the version that the oldest remembered revision began from
 * @param revisions the remembered revisions, the oldest first
 */
record Window(long floor, List<Revision> revisions) {

    static final int MAX_REVISIONS = 64;
    static final Duration MAX_AGE = Duration.ofHours(24);

    /** The keys that one revision changed. */
    record Revision(long version, Instant at, List<String> keys) {}

    /** A window that remembers nothing before that version. */
    static Window from(long version) {
        return new Window(version, List.of());
    }

    Window with(long version, Instant at, Collection<String> keys) {
        List<Revision> longer = new ArrayList<>(revisions);
        longer.add(new Revision(version, at, List.copyOf(keys)));
        int forgotten = 0;
        while (longer.size() - forgotten > MAX_REVISIONS
                || longer.get(forgotten).at().isBefore(at.minus(MAX_AGE))) {
            forgotten++;
        }
        return new Window(
                forgotten == 0 ? floor : longer.get(forgotten - 1).version(),
                List.copyOf(longer.subList(forgotten, longer.size())));
    }

    /** The keys that changed since that version, if that is remembered. */
    Optional<Set<String>> since(long version, Instant now) {
        Set<String> keys = new TreeSet<>();
        for (Revision revision : revisions) {
            if (revision.version() > version) {
                if (revision.at().isBefore(now.minus(MAX_AGE))) {
                    return Optional.empty();
                }
                keys.addAll(revision.keys());
            }
        }
        return version < floor ? Optional.empty() : Optional.of(keys);
    }
}

package studio.domain.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an endpoint is now and what sites still hold of it from before.
 *
 * @param current what it is now
 * @param older   what it was and some site still holds, the newest first
 * @param <G>     what kind of group it is
 */
public record Versions<G extends Group>(Version<G> current, List<Version<G>> older) {

    /** How many older versions sites may hold at once. */
    static final int MAX_OLDER = 8;

    /**
     * One version.
     *
     * @param digest  the group's digest
     * @param group   what it says
     * @param holders sites that hold it
     * @param since   the stream's revision at which it became the current one
     * @param <G>     what kind of group it is
     */
    public record Version<G extends Group>(String digest, G group, long holders, long since) {

        private Version<G> heldBy(long more) {
            return new Version<>(digest, group, holders + more, since);
        }
    }

    /** Keeps its own copy. */
    public Versions {
        older = List.copyOf(older);
    }

    /** The first version of an endpoint. */
    static <G extends Group> Versions<G> first(G group, long revision) {
        return new Versions<>(new Version<>(group.digest(), group, 0, revision), List.of());
    }

    /** All versions, the current one first. */
    public Stream<Version<G>> all() {
        return Stream.concat(Stream.of(current), older.stream());
    }

    /** The current version alone, or all the others. */
    public Stream<Version<G>> of(boolean now) {
        return now ? Stream.of(current) : older.stream();
    }

    /** The version of that digest, if some site holds it or it is the current one. */
    public Optional<Version<G>> find(String digest) {
        return all().filter(version -> version.digest().equals(digest)).findFirst();
    }

    /** With that group as the current version. One that sites hold from before is found again. */
    Versions<G> next(G group, long revision) {
        String digest = group.digest();
        if (digest.equals(current.digest)) {
            return this;
        }
        long holders = find(digest).map(Version::holders).orElse(0L);
        List<Version<G>> before = new ArrayList<>();
        all().filter(version -> version.holders() > 0 && !version.digest().equals(digest))
                .forEach(before::add);
        return new Versions<>(new Version<>(digest, group, holders, revision), before);
    }

    /** After a site that held one version holds another; nothing is a version too. */
    Versions<G> moved(Optional<String> from, Optional<String> to) {
        return from.equals(to) ? this : counted(from, -1).counted(to, 1);
    }

    private Versions<G> counted(Optional<String> digest, long more) {
        return new Versions<>(
                counted(current, digest, more),
                older.stream()
                        .map(version -> counted(version, digest, more))
                        .filter(version -> version.holders() > 0)
                        .toList());
    }

    private static <G extends Group> Version<G> counted(Version<G> version, Optional<String> digest, long more) {
        return digest.filter(version.digest()::equals).isPresent() ? version.heldBy(more) : version;
    }

    /** What is planned from: everything but how many hold what. */
    public Versions<G> uncounted() {
        return new Versions<>(
                current.heldBy(-current.holders),
                older.stream().map(version -> version.heldBy(-version.holders)).toList());
    }
}

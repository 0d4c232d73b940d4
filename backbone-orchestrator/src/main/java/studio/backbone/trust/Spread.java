package studio.backbone.trust;

import java.util.Collection;
import java.util.List;

/** How far the trust in a new authority has spread. Until it is everywhere the authority signs for nobody: somebody would refuse them. */
public sealed interface Spread {

    /** Names that are kept of those who are waited for. */
    int MOST_NAMED = 10;

    /** All who trust the authority before it trust it as well. */
    record Everywhere() implements Spread {}

    /**
     * Somebody does not yet.
     *
     * @param parties how many
     * @param some    who, as far as {@value Spread#MOST_NAMED}
     */
    record Awaited(long parties, List<String> some) implements Spread {

        /** Keeps its own copy. */
        public Awaited {
            some = List.copyOf(some);
        }
    }

    /**
     * Who is still waited for. Whoever is not to trust the one before has no part in it; whoever is, but not yet the new one, has not
     * even been told.
     */
    static Spread of(Succession succession, Collection<Keeper> keepers) {
        List<Keeper> lacking =
                keepers.stream().filter(keeper -> lacks(succession, keeper)).toList();
        if (lacking.isEmpty()) {
            return new Everywhere();
        }
        long parties = lacking.stream()
                .mapToLong(keeper -> Math.max(1, keeper.behind()))
                .sum();
        return new Awaited(
                parties,
                lacking.stream().map(Keeper::who).distinct().limit(MOST_NAMED).toList());
    }

    private static boolean lacks(Succession succession, Keeper keeper) {
        boolean told = keeper.anchors().contains(succession.added());
        boolean trustsOlder = succession.before().stream().anyMatch(keeper.anchors()::contains);
        return told ? keeper.behind() > 0 : trustsOlder;
    }
}

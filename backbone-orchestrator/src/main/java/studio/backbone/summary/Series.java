package studio.backbone.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps what is measured small, however many backbones and networks there are: past a number of them the rest is told together. */
public final class Series {

    /** Stands for all that have no series of their own. No backbone and no network can be called that. */
    public static final String OTHERS = "(others)";

    private Series() {}

    /**
     * How many there are of one sort.
     *
     * @param owner the backbone or network
     * @param word  the sort
     * @param count how many
     */
    public record Count(String owner, String word, long count) {}

    /** The same with at most so many owners, the first by name, and all others as one. */
    public static List<Count> bounded(Collection<Count> counts, int most) {
        Set<String> named = counts.stream().map(Count::owner).collect(Collectors.toCollection(TreeSet::new)).stream()
                .limit(most)
                .collect(Collectors.toSet());
        List<Count> bounded = new ArrayList<>();
        Map<String, Long> others = new LinkedHashMap<>();
        for (Count each : counts) {
            if (named.contains(each.owner())) {
                bounded.add(each);
            } else {
                others.merge(each.word(), each.count(), Long::sum);
            }
        }
        others.forEach((word, count) -> bounded.add(new Count(OTHERS, word, count)));
        return bounded;
    }

    /** How many there are of each sort, whoever's they are. */
    public static Map<String, Long> byWord(Collection<Count> counts) {
        Map<String, Long> byWord = new LinkedHashMap<>();
        counts.forEach(each -> byWord.merge(each.word(), each.count(), Long::sum));
        return byWord;
    }
}

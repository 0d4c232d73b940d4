package studio.domain.kernel;

import java.util.List;

/** Names of which a message tells a few; lists have them all. */
public final class Few {

    private static final int MAX_NAMED = 5;

    private Few() {}

    /** The first few of these, and how many more there are. */
    public static String of(List<String> names) {
        int more = names.size() - MAX_NAMED;
        return String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

package studio.domain.backbone;

import java.util.List;

/** Names of which a message tells a few; lists have them all. */
final class Few {

    private static final int MAX_NAMED = 5;

    private Few() {}

    static String of(List<String> names) {
        int more = names.size() - MAX_NAMED;
        return String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

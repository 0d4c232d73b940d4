package studio.agent.plan;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which entities of a router are an agent's own, by their names. All others belong to somebody else and are never touched. */
public final class Ownership {

    /** What the names of an agent's entities begin with, but those that are planned for an interior site. */
    public static final String PREFIX = "studio-";

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must begin with " + PREFIX + " or be planned, such as net-{vanId}: all other names are somebody else's";

    /** What is planned has a word and a uid in its name; but one profile, with which the router connects to others. */
    private static final Predicate<String> OWN = Pattern.compile(
                    "studio-.+|backbone|(?:link|peer|point|net|vhost-net|edge-net)-[0-9a-v]{26}(?:\\.b)?")
            .asMatchPredicate();

    private Ownership() {}

    /** Says whether an entity of that name is the agent's. */
    public static boolean owns(String name) {
        return OWN.test(name);
    }
}

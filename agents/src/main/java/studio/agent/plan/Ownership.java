package studio.agent.plan;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which entities of a router are an agent's own, by their names. All others belong to somebody else and are never touched. */
public final class Ownership {

    /** What the names of an agent's entities begin with, but those of attached networks. */
    public static final String PREFIX = "studio-";

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must begin with " + PREFIX + ", or be that of a network's profile, vhost or listener: net-{vanId} and the like";

    private static final Predicate<String> OWN =
            Pattern.compile("studio-.+|(?:net|vhost-net|edge-net)-[0-9a-v]{26}").asMatchPredicate();

    private Ownership() {}

    /** Says whether an entity of that name is the agent's. */
    public static boolean owns(String name) {
        return OWN.test(name);
    }
}

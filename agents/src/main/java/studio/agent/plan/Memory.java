package studio.agent.plan;

import java.util.Set;

/**
 * What an agent remembers of earlier rounds.
 *
 * @param mistrusted entities of which the router may show what it refused
 * @param resting    entities that were refused as they are wanted, and whose time has not come again
 * @param retrying   whether to try again to listen where the router could not
 */
public record Memory(Set<String> mistrusted, Set<String> resting, boolean retrying) {

    /** Nothing to remember. */
    public static final Memory NONE = new Memory(Set.of(), Set.of(), false);

    /** Keeps its own copies. */
    public Memory {
        mistrusted = Set.copyOf(mistrusted);
        resting = Set.copyOf(resting);
    }
}

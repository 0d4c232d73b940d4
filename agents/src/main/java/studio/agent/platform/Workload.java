package studio.agent.platform;

import java.util.List;
import studio.domain.network.Group;
import studio.domain.network.Label;
import studio.domain.network.Ref;

/**
 * A process to run.
 *
 * @param endpoint the endpoint
 * @param digest   the version that was accepted
 * @param group    what that is: the image, how many instances, what it offers and requires
 * @param env      its variables, with the names of services as aliases
 */
public record Workload(Ref endpoint, String digest, Group.OfProcess group, List<Label> env) {

    /** Keeps its own copy. */
    public Workload {
        env = List.copyOf(env);
    }

    /** The image's version, for people. */
    public String image() {
        return group.image().library().name() + "/" + group.image().image();
    }
}

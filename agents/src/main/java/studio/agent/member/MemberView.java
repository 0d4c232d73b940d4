package studio.agent.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.agent.decide.Change;
import studio.domain.network.AcceptancePolicy;
import studio.domain.plan.ItemSpec;

/**
 * What people see of a site.
 *
 * @param connected  whether its feed is live
 * @param lastHeard  when it last heard of the network
 * @param halted     why the application stands still, if the network says so
 * @param paused     whether the participant stopped it
 * @param leaving    whether the site leaves, and is being cleaned up or is clean
 * @param policy     what happens to changes that nobody looks at
 * @param router     how its router does
 * @param link       where it connects to the backbone, as {@code host:port}
 * @param changes    what the network wants
 * @param components what is here
 * @param leftovers  what could not be cleaned up
 */
public record MemberView(
        boolean connected,
        Optional<Instant> lastHeard,
        Optional<ItemSpec.Halt.Reason> halted,
        boolean paused,
        boolean leaving,
        AcceptancePolicy policy,
        RouterView router,
        Optional<String> link,
        List<Change> changes,
        List<Component> components,
        List<String> leftovers) {

    /** Keeps its own copies. */
    public MemberView {
        changes = List.copyOf(changes);
        components = List.copyOf(components);
        leftovers = List.copyOf(leftovers);
    }

    /**
     * How a router does.
     *
     * @param id      its id
     * @param state   {@code running}, {@code connected} to the backbone, or {@code unreachable}
     * @param version its version, if it answers
     * @param detail  why it does not do better
     */
    public record RouterView(String id, String state, Optional<String> version, Optional<String> detail) {}

    /** The same as far as people act on it: that time goes by is no news. */
    MemberView still() {
        return new MemberView(
                connected,
                Optional.empty(),
                halted,
                paused,
                leaving,
                policy,
                router,
                link,
                changes,
                components,
                leftovers);
    }
}

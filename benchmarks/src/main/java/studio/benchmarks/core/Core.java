package studio.benchmarks.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkDecider;
import studio.domain.network.NetworkEvent;

/** One network's stream in memory: a command is authorised, decided and folded, and that is all. Not safe for threads. */
public final class Core {

    private static final Duration BETWEEN = Duration.ofMillis(1);

    private final EntityMap entities;
    private Observer observer = (event, changes, before) -> {};
    private Instant now;
    private long revision;
    private long commands;

    /** Sees each event before it is folded. */
    public interface Observer {

        /** Something happened, which changes {@code before} so. */
        void happened(Happened event, List<Change> changes, Entities before);
    }

    /**
     * An event, and what it comes from.
     *
     * @param recorded  the event at its place
     * @param actor     who gave the command
     * @param commandId the command
     */
    public record Happened(Recorded<NetworkEvent> recorded, Actor actor, String commandId) {}

    Core(StreamKey stream, Instant start) {
        entities = new EntityMap(stream);
        now = start;
    }

    /** What there is. */
    public EntityMap entities() {
        return entities;
    }

    /** How many events happened. */
    public long revision() {
        return revision;
    }

    long commands() {
        return commands;
    }

    /** From now on that one sees what happens. */
    public void observe(Observer other) {
        observer = other;
    }

    /**
     * Gives a command.
     *
     * @throws IllegalStateException if it is refused: what is measured then is not what was meant
     */
    List<NetworkEvent> give(Actor actor, NetworkCommand command) {
        String commandId = "command-" + ++commands;
        now = now.plus(BETWEEN);
        Facts facts = new Facts(now, new IdSource(commandId, now), actor);
        Decision<NetworkEvent> decision = Decision.unless(
                NetworkDecider.INSTANCE.authorise(command, entities, actor),
                () -> NetworkDecider.INSTANCE.decide(command, entities, facts));
        return switch (decision) {
            case Decision.Accepted<NetworkEvent> accepted -> {
                accepted.events().forEach(event -> append(event, actor, commandId));
                yield accepted.events();
            }
            case Decision.Rejected<NetworkEvent> rejected ->
                throw new IllegalStateException(command + " is refused: " + rejected.rejection());
        };
    }

    private void append(NetworkEvent event, Actor actor, String commandId) {
        Recorded<NetworkEvent> recorded = new Recorded<>(++revision, now, event);
        List<Change> changes = NetworkDecider.INSTANCE.evolve(recorded, entities);
        observer.happened(new Happened(recorded, actor, commandId), changes, entities);
        entities.apply(changes);
    }
}

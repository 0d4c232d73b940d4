package studio.domain.react;

import java.util.ArrayList;
import java.util.List;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;

/**
 * A command that follows from an event.
 *
 * @param commandId the command's id, the same whenever the event is seen
 * @param target    the stream that it is for
 * @param command   the command
 * @param actor     in whose name it is given
 */
public record Reaction(String commandId, StreamKey target, Command command, Actor actor) {

    /** Collects what follows from one event. */
    static final class Collector {

        private final String cause;
        private final Actor actor;
        private final List<Reaction> reactions = new ArrayList<>();

        Collector(StreamKey stream, Recorded<?> recorded, Actor actor) {
            this.cause = stream + "@" + recorded.revision();
            this.actor = actor;
        }

        void add(StreamKey target, Command command) {
            reactions.add(new Reaction(cause + "#" + (reactions.size() + 1), target, command, actor));
        }

        List<Reaction> all() {
            return List.copyOf(reactions);
        }
    }
}

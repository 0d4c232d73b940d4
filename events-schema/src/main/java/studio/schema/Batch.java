package studio.schema;

import java.util.List;
import studio.domain.kernel.Command;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;

/**
 * Several commands to one stream as one: all of them are accepted or none. They are decided in order, each on what those before it
 * did.
 *
 * @param commands the commands, at least one; none is itself a batch
 */
public record Batch(List<Command> commands) implements Command {

    /** Commands of one batch. */
    public static final int MAX_COMMANDS = 1_000;

    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException if there are none or too many, or a batch is among them
     */
    public Batch {
        commands = List.copyOf(commands);
        if (commands.isEmpty() || commands.size() > MAX_COMMANDS) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_COMMANDS + " commands");
        }
        if (commands.stream().anyMatch(Batch.class::isInstance)) {
            throw new IllegalArgumentException("a batch has no other in it");
        }
    }

    /** The commands of a batch, or that command alone. */
    public static List<Command> commandsOf(Command command) {
        return command instanceof Batch batch ? batch.commands() : List.of(command);
    }

    /** The entity that stands for the whole stream, and is named like it. */
    @Override
    public EntityKey subject(StreamKey stream) {
        return new EntityKey(stream.type(), stream.name().value());
    }
}

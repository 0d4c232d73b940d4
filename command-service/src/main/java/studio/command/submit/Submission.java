package studio.command.submit;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.StreamKey;
import studio.schema.CommandMeta;

/**
 * A command with who gives it and how.
 *
 * @param commandId        the same id has one effect
 * @param stream           the stream that it is to change
 * @param command          what is wanted
 * @param actor            who gives it
 * @param expectedRevision the subject's revision that it is based on, if it must not have changed since
 * @param dryRun           whether only to say what would happen
 */
public record Submission(
        String commandId,
        StreamKey stream,
        Command command,
        Actor actor,
        Optional<Long> expectedRevision,
        boolean dryRun) {

    /** A command that a component of this service gives. */
    public static Submission of(StreamKey stream, Command command, Actor actor) {
        return new Submission(newId(), stream, command, actor, Optional.empty(), false);
    }

    /** The same under that id. */
    public Submission withId(String id) {
        return new Submission(id, stream, command, actor, expectedRevision, dryRun);
    }

    /** A new command id: a UUID of version 7, so that ids sort by time. */
    public static String newId() {
        return new IdSource(java.util.UUID.randomUUID().toString(), Instant.now())
                .next()
                .toString();
    }

    CommandMeta meta(Instant now) {
        return CommandMeta.of(commandId, stream, command, actor, now, dryRun).basedOn(expectedRevision);
    }
}

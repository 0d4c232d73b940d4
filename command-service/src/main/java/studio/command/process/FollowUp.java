package studio.command.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.domain.react.Reaction;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.Encoded;
import studio.schema.Fingerprint;
import studio.schema.StoredEvent;

/**
 * A command that follows from what happened or from the clock. So does its id, so that giving it twice has one effect.
 *
 * @param commandId     its id
 * @param stream        the stream that it is for
 * @param command       what is asked
 * @param actor         in whose name
 * @param correlationId the first command of the chain
 * @param causationId   the event or command that it follows from; none if it was the clock
 */
record FollowUp(
        String commandId,
        StreamKey stream,
        Command command,
        Actor actor,
        String correlationId,
        Optional<String> causationId) {

    /** What a timer commands when it is due. */
    static FollowUp of(TimerIndex.Due due) {
        String id = "timer-" + Fingerprint.of(due.id());
        return new FollowUp(id, due.owner().stream(), due.timer().command(), Actor.TIMER, id, Optional.empty());
    }

    /** What an event of one stream means for another. */
    static FollowUp of(Reaction reaction, StoredEvent event) {
        return of(reaction, event.meta().correlationId(), event.meta().eventId().toString());
    }

    /** What it means for a stream that another refused a command. */
    static FollowUp of(Reaction reaction, CommandMeta refused) {
        return of(reaction, refused.correlationId(), refused.commandId());
    }

    private static FollowUp of(Reaction reaction, String correlationId, String causationId) {
        return new FollowUp(
                reaction.commandId(),
                reaction.target(),
                reaction.command(),
                reaction.actor(),
                correlationId,
                Optional.of(causationId));
    }

    Encoded encode(Instant now) {
        ActorRef giver = ActorRef.to(actor);
        CommandMeta meta = new CommandMeta(
                commandId,
                stream,
                CommandCodec.fingerprint(stream, giver, command, false),
                correlationId,
                causationId,
                giver,
                Set.of(),
                Set.of(),
                Optional.empty(),
                now,
                Optional.empty(),
                false);
        return CommandCodec.encode(meta, command);
    }
}

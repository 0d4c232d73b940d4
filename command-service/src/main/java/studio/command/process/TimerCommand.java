package studio.command.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.StreamKey;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.Encoded;
import studio.schema.Fingerprint;

/** The command that a timer gives when it is due. Its id follows from the timer, so that firing twice has one effect. */
final class TimerCommand {

    private TimerCommand() {}

    static Encoded encode(TimerIndex.Due due, Instant now) {
        StreamKey stream = due.owner().stream();
        Command command = due.timer().command();
        ActorRef timer = ActorRef.to(Actor.TIMER);
        Digest id = Fingerprint.of(due.id());
        CommandMeta meta = new CommandMeta(
                "timer-" + id,
                stream,
                CommandCodec.fingerprint(stream, timer, command, false),
                "timer-" + id,
                Optional.empty(),
                timer,
                Set.of(),
                Set.of(),
                Optional.empty(),
                now,
                Optional.empty(),
                false);
        return CommandCodec.encode(meta, command);
    }
}

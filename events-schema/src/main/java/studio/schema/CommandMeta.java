package studio.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;

/**
 * What every command carries beside its content; the schema {@code studio.types.CommandMeta} says what each field means.
 *
 * @param commandId        the same id has one effect
 * @param stream           the stream that it is to change
 * @param fingerprint      of what was asked
 * @param correlationId    the first command of the chain
 * @param causationId      what led to it, if it was not a person
 * @param actor            who gives it
 * @param roles            the actor's roles when it was given
 * @param groups           the actor's groups when it was given
 * @param onBehalfOf       for whom, where that is somebody else
 * @param issuedAt         when, in microseconds
 * @param expectedRevision the subject's revision that it was based on
 * @param dryRun           whether only to say what would happen
 */
public record CommandMeta(
        String commandId,
        StreamKey stream,
        Digest fingerprint,
        String correlationId,
        Optional<String> causationId,
        ActorRef actor,
        Set<Role> roles,
        Set<Name> groups,
        Optional<ActorRef> onBehalfOf,
        Instant issuedAt,
        Optional<Long> expectedRevision,
        boolean dryRun) {

    /** The longest id that a command may have, in characters. */
    public static final int MAX_ID_LENGTH = 128;

    /**
     * Checks the id and the actor.
     *
     * @throws IllegalArgumentException if the id is empty or too long, or anything but a user has roles or groups
     */
    public CommandMeta {
        if (commandId.isEmpty() || commandId.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("a command's id has 1 to " + MAX_ID_LENGTH + " characters");
        }
        if (actor.kind() != Actor.Type.USER && !(roles.isEmpty() && groups.isEmpty())) {
            throw new IllegalArgumentException("only users have roles and groups, not " + actor);
        }
    }

    /** What goes with a command that somebody gives of their own accord. */
    public static CommandMeta of(
            String commandId, StreamKey stream, Command command, Actor actor, Instant now, boolean dryRun) {
        ActorRef giver = ActorRef.to(actor);
        return new CommandMeta(
                commandId,
                stream,
                CommandCodec.fingerprint(stream, giver, command, dryRun),
                commandId,
                Optional.empty(),
                giver,
                actor.roles(),
                actor.groups(),
                Optional.empty(),
                now.truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                dryRun);
    }

    /** The same for a command that is based on that revision of its subject. */
    public CommandMeta basedOn(Optional<Long> revision) {
        return new CommandMeta(
                commandId,
                stream,
                fingerprint,
                correlationId,
                causationId,
                actor,
                roles,
                groups,
                onBehalfOf,
                issuedAt,
                revision,
                dryRun);
    }

    /** The actor with the roles and groups it had. */
    public Actor authority() {
        return new Actor(actor.kind(), actor.name(), roles, groups);
    }
}

package studio.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.network.ServiceLinkCommand.LinkService;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.testkit.sample.Samples;

/** Samples of all that goes on topics. */
final class Sampled {

    private Sampled() {}

    /** Samples of that seed, in which what is optional may be absent. */
    static Samples samples(long seed) {
        return taught(Samples.of(seed));
    }

    /** Samples of that seed in which nothing is absent. */
    static Samples complete(long seed) {
        return taught(Samples.complete(seed));
    }

    private static Samples taught(Samples samples) {
        return samples.teach(ActorRef.class, Sampled::actor)
                .teach(CommandMeta.class, Sampled::commandMeta)
                .teach(Batch.class, Sampled::batch);
    }

    private static Batch batch(Samples samples) {
        return new Batch(List.of(
                samples.next(AddSiteClass.class), samples.next(LinkService.class), samples.next(UnlinkService.class)));
    }

    private static ActorRef actor(Samples samples) {
        Actor.Type kind = samples.next(Actor.Type.class);
        String name = kind == Actor.Type.USER ? samples.next(Name.class).value() : samples.next(String.class);
        return new ActorRef(kind, name);
    }

    /** What a command's meta has beyond an event's. */
    private record Wish(Set<Role> roles, Set<Name> groups, Optional<Long> expectedRevision, boolean dryRun) {}

    private static CommandMeta commandMeta(Samples samples) {
        EventMeta like = samples.next(EventMeta.class);
        Wish wish = samples.next(Wish.class);
        boolean user = like.actor().kind() == Actor.Type.USER;
        return new CommandMeta(
                samples.next(Uid.class).toString(),
                like.stream(),
                like.hash(),
                like.correlationId(),
                like.causationId(),
                like.actor(),
                user ? wish.roles() : Set.of(),
                user ? wish.groups() : Set.of(),
                like.onBehalfOf(),
                like.occurredAt(),
                wish.expectedRevision(),
                wish.dryRun());
    }

    /** A sample of the record of that name, encoded as it is written now. */
    static Encoded encoded(String fullName, Samples samples) {
        if (fullName.startsWith(Schemas.EVENTS)) {
            return Encoded.of(event(fullName, samples));
        }
        return fullName.startsWith(Schemas.COMMANDS)
                ? command(fullName, samples)
                : OutcomeCodec.encode(samples.next(CommandOutcome.class));
    }

    /** A sample of the event of that name. */
    static StoredEvent event(String fullName, Samples samples) {
        return EventCodec.encode(samples.next(EventMeta.class), samples.next(RecordType.of(fullName, Event.class)));
    }

    private static Encoded command(String fullName, Samples samples) {
        return CommandCodec.encode(
                samples.next(CommandMeta.class), samples.next(RecordType.of(fullName, Command.class)));
    }

    /** Decodes a record of any family. */
    static Record decoded(Encoded encoded) {
        if (encoded.type().startsWith(Schemas.EVENTS)) {
            return EventCodec.decode(encoded.type(), encoded.version(), encoded.body());
        }
        return encoded.type().startsWith(Schemas.COMMANDS)
                ? CommandCodec.decode(encoded)
                : OutcomeCodec.decode(encoded);
    }

    /** Decodes a record of any family and encodes it again. */
    static Encoded again(Encoded encoded) {
        return switch (decoded(encoded)) {
            case StoredEvent event -> Encoded.of(EventCodec.encode(event.meta(), event.event()));
            case StoredCommand command -> CommandCodec.encode(command.meta(), command.command());
            case CommandOutcome outcome -> OutcomeCodec.encode(outcome);
            case Record other -> throw new AssertionError(other);
        };
    }
}

package studio.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.network.ServiceLinkCommand.LinkService;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.ItemsHash;
import studio.schema.StatusCodec.StoredStatus;
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

    /** The same, in which an item was all sorts of things before: to be kept, not to be tried bit by bit. */
    static Samples golden(long seed) {
        return complete(seed).teach(Item.class, Sampled::item);
    }

    private static Samples taught(Samples samples) {
        return samples.teach(ActorRef.class, Sampled::actor)
                .teach(CommandMeta.class, Sampled::commandMeta)
                .teach(Batch.class, Sampled::batch)
                .teach(
                        ItemsHash.class,
                        each -> ItemsHash.of(each.next(Uid.class).toString(), "i1:"));
    }

    private static Batch batch(Samples samples) {
        return new Batch(List.of(
                samples.next(AddSiteClass.class), samples.next(LinkService.class), samples.next(UnlinkService.class)));
    }

    /** An item that was all sorts of things before. */
    private static Item item(Samples samples) {
        List<Item.Previous> previous = StreamType.records(ItemSpec.class).stream()
                .map(type -> new Item.Previous(samples.next(String.class), (ItemSpec) samples.next(type)))
                .toList();
        return new Item(
                samples.next(String.class),
                samples.next(String.class),
                samples.next(ItemSpec.class),
                previous,
                samples.next(Cause.class));
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
        return fullName.startsWith(Schemas.COMMANDS) ? command(fullName, samples) : other(fullName, samples);
    }

    private static Encoded other(String fullName, Samples samples) {
        return switch (fullName) {
            case Schemas.OUTCOME -> OutcomeCodec.encode(samples.next(CommandOutcome.class));
            case Schemas.ITEM -> DesiredCodec.encode(samples.next(Desired.OfItem.class));
            case Schemas.ITEM_SPEC -> DesiredCodec.encodeSpec(samples.next(ItemSpec.class));
            case Schemas.AUDIENCE_HEAD -> DesiredCodec.encode(samples.next(Desired.OfHead.class));
            case Schemas.SITE_STATUS -> StatusCodec.encode(samples.next(StoredStatus.class));
            default -> throw new AssertionError("nobody said how to sample " + fullName);
        };
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
        return encoded.type().startsWith(Schemas.COMMANDS) ? CommandCodec.decode(encoded) : other(encoded);
    }

    private static Record other(Encoded encoded) {
        return switch (encoded.type()) {
            case Schemas.OUTCOME -> OutcomeCodec.decode(encoded);
            case Schemas.ITEM, Schemas.AUDIENCE_HEAD -> (Record) DesiredCodec.decode(encoded);
            case Schemas.ITEM_SPEC -> (Record) DesiredCodec.decodeSpec(encoded);
            case Schemas.SITE_STATUS -> StatusCodec.decode(encoded);
            default -> throw new IllegalArgumentException("there is no " + encoded.type());
        };
    }

    /** Decodes a record of any family and encodes it again. */
    static Encoded again(Encoded encoded) {
        return switch (decoded(encoded)) {
            case StoredEvent event -> Encoded.of(EventCodec.encode(event.meta(), event.event()));
            case StoredCommand command -> CommandCodec.encode(command.meta(), command.command());
            case CommandOutcome outcome -> OutcomeCodec.encode(outcome);
            case Desired desired -> DesiredCodec.encode(desired);
            case ItemSpec spec -> DesiredCodec.encodeSpec(spec);
            case StoredStatus status -> StatusCodec.encode(status);
            case Record other -> throw new AssertionError(other);
        };
    }
}

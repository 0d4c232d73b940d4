package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.library.Artifacts;
import studio.domain.library.ContainerReference;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageContent;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.RenewLibrary;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.library.LibraryEvent;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;
import studio.domain.library.Service;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;
import studio.domain.spec.Actors;
import studio.domain.spec.LiveStream;

/** What may happen to the library of the user {@code acme}; few names, so that they meet. */
final class LibraryMoves implements Moves<LibraryCommand, LibraryEvent> {

    private static final Actor PUBLISHER = Actors.user("acme", Set.of());
    private static final Actor GUEST = Actors.user("gina", Set.of(), "guests");
    private static final List<Name> IMAGES = List.of(Name.of("web"), Name.of("shop"), Name.of("mail"));
    private static final List<VersionName> VERSIONS =
            List.of(VersionName.of("1"), VersionName.of("2"), VersionName.of("latest"), VersionName.of("1-2"));
    private static final List<Name> SERVICES = List.of(Name.of("orders"), Name.of("users"));
    private static final List<ServiceName> NAMED = List.of(
            ServiceName.parse("acme/orders"), ServiceName.parse("acme/users"), ServiceName.parse("globex/billing"));
    private static final List<Owners> OFFERS = List.of(Owners.NOBODY, new Owners(names("bob"), names("guests")));
    private static final List<ContainerReference> CONTAINERS = List.of(
            new ContainerReference("a.example/web@sha256:" + "0a".repeat(32)),
            new ContainerReference("b.example/web:1@sha256:" + "0b".repeat(32)),
            new ContainerReference("c.example/web:latest"));
    private static final List<String> CAUSES = List.of("unsafe", "two\nlines");

    @Override
    public StreamType<LibraryCommand, LibraryEvent> type() {
        return StreamType.LIBRARY;
    }

    @Override
    public String stream() {
        return "acme";
    }

    @Override
    public LibraryCommand command(RandomGenerator random, LiveStream<LibraryCommand, LibraryEvent> stream) {
        Name image = oneOf(random, IMAGES);
        return switch (random.nextInt(60)) {
            case 19 -> random.nextInt(8) == 0 ? new RenewLibrary() : new ChangeLibrary(oneOf(random, OFFERS));
            case 0, 1, 2, 3 -> new ChangeLibrary(oneOf(random, OFFERS));
            case 4, 5 -> new WithdrawImage(image, Optional.empty(), cause(random));
            case 6, 7, 8, 9, 10 -> new WithdrawImage(image, Optional.of(oneOf(random, VERSIONS)), cause(random));
            case 11 -> new WithdrawService(oneOf(random, SERVICES), cause(random));
            case 12, 13, 14, 15, 16, 17, 18 ->
                new PublishService(
                        oneOf(random, SERVICES),
                        oneOf(random, List.of(Service.Protocol.values())),
                        oneOf(random, List.of(0, 80, 443)));
            default -> new PublishImage(image, oneOf(random, VERSIONS), content(random));
        };
    }

    private static Optional<String> cause(RandomGenerator random) {
        return Optional.of(oneOf(random, CAUSES)).filter(said -> random.nextBoolean());
    }

    private static ImageContent content(RandomGenerator random) {
        Optional<ContainerReference> container = Optional.of(oneOf(random, CONTAINERS));
        return new ImageContent(
                random.nextInt(4) == 0,
                new Artifacts(container, Optional.empty(), Optional.empty(), Optional.empty()),
                random.nextBoolean() ? List.of() : List.of(new EnvVariable("A", "1"), new EnvVariable("B", "\t")),
                Set.of(80),
                Resources.UNSAID,
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new OfferedService(oneOf(random, NAMED), 80, ServiceScope.NETWORK)),
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new RequiredService(oneOf(random, NAMED), Name.of("db"), 80, true)));
    }

    @Override
    public Actor giver(LibraryCommand command, LiveStream<LibraryCommand, LibraryEvent> stream) {
        return PUBLISHER;
    }

    @Override
    public Actor anybody(RandomGenerator random, LiveStream<LibraryCommand, LibraryEvent> stream) {
        return oneOf(random, List.of(BackboneMoves.STRANGER, PUBLISHER, GUEST, ADMIN, AUDITOR, Actor.TIMER));
    }
}

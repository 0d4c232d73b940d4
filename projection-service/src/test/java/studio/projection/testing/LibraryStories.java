package studio.projection.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Artifacts;
import studio.domain.library.ContainerReference;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageContent;
import studio.domain.library.LibraryCommand;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;
import studio.domain.library.Service;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;

/** What happens in libraries. */
public final class LibraryStories {

    /** A container that never changes. */
    public static final ContainerReference PINNED =
            new ContainerReference("quay.io/acme/web@sha256:" + "ab".repeat(32));

    private static final List<Name> PUBLISHERS = List.of(Name.of("alice"), Name.of("bob"), Name.of("public"));
    private static final List<Name> IMAGES = List.of(Name.of("web"), Name.of("shop"), Name.of("null"));
    private static final List<VersionName> VERSIONS =
            List.of(VersionName.of("1"), VersionName.of("1.10"), VersionName.of("NULL"));
    private static final List<Name> SERVICES = List.of(Name.of("orders"), Name.of("users"));

    private LibraryStories() {}

    /** The stream of that publisher's library. */
    public static StreamKey library(String publisher) {
        return StreamType.LIBRARY.key(Name.of(publisher));
    }

    /** A version that runs on Kubernetes, offers that service and requires another's. */
    public static ImageContent content(ServiceName offered) {
        return new ImageContent(
                false,
                new Artifacts(Optional.of(PINNED), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(new EnvVariable("GREETING", "grüß \"Gott\"\\\n")),
                Set.of(8080),
                new Resources(Optional.of(250), Optional.empty()),
                List.of(new OfferedService(offered, 8080, ServiceScope.SITE)),
                List.of(new RequiredService(ServiceName.parse("globex/billing"), Name.of("billing"), 80, true)));
    }

    /** A service, and an image that offers it in two versions, of which the first is withdrawn. */
    public static List<LibraryCommand> shelf(String publisher) {
        Name web = Name.of("web");
        ImageContent content = content(ServiceName.parse(publisher + "/orders"));
        return List.of(
                new LibraryCommand.PublishService(Name.of("orders"), Service.Protocol.HTTP, 8080),
                new LibraryCommand.PublishImage(web, VersionName.of("1"), content),
                new LibraryCommand.PublishImage(web, VersionName.of("2.0"), content),
                new LibraryCommand.WithdrawImage(web, Optional.of(VersionName.of("1")), Optional.of("unsafe")));
    }

    /** Something that may happen in some library. */
    static History.Told tell(Random random, History history) {
        StreamKey stream = StreamType.LIBRARY.key(pick(PUBLISHERS, random));
        Actor actor =
                stream.name().equals(Name.of("public")) ? Stories.ROOT : Actor.user(stream.name(), Set.of(), Set.of());
        return history.give(actor, stream, command(random));
    }

    private static LibraryCommand command(Random random) {
        Name image = pick(IMAGES, random);
        Name service = pick(SERVICES, random);
        VersionName version = pick(VERSIONS, random);
        return switch (random.nextInt(20)) {
            case 0 -> new LibraryCommand.WithdrawImage(image, Optional.empty(), Optional.of("'gone'"));
            case 1, 2 -> new LibraryCommand.WithdrawImage(image, Optional.of(version), Optional.empty());
            case 3 -> new LibraryCommand.WithdrawService(service, Optional.empty());
            case 4, 5, 6 -> new LibraryCommand.PublishService(service, Service.Protocol.HTTP2, 443);
            case 7, 8 ->
                new LibraryCommand.ChangeLibrary(
                        random.nextBoolean() ? Owners.NOBODY : new Owners(Set.of(service), Set.of(image)));
            default ->
                new LibraryCommand.PublishImage(
                        image, version, content(new ServiceName(pick(PUBLISHERS, random), service)));
        };
    }

    /** Something of everything in the library of that user. */
    static List<History.Told> finale(StreamKey stream, History history) {
        Actor publisher = Actor.user(stream.name(), Set.of(), Set.of());
        List<History.Told> told = new ArrayList<>();
        shelf(stream.name().value()).forEach(command -> told.add(history.give(publisher, stream, command)));
        return told;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}

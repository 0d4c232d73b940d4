package studio.domain.library;

import static studio.domain.spec.Actors.names;
import static studio.domain.spec.Actors.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.library.Artifacts.Archive;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.spec.StreamSpec;

/** The library of the user {@code acme} in the states in which specs begin. */
final class Libraries {

    static final Actor ACME = user("acme", Set.of());
    static final Actor GUEST = user("gina", Set.of(), "guests");
    static final Owners GUESTS = new Owners(Set.of(), names("guests"));

    static final Name WEB = Name.of("web");
    static final Name ORDERS = Name.of("orders");
    static final Name DATABASE = Name.of("database");
    static final VersionName ONE = VersionName.of("1");
    static final VersionName TWO = VersionName.of("2.0.0-rc_1");

    static final ServiceName ORDERS_SERVICE = ServiceName.parse("acme/orders");
    static final ServiceName FOREIGN_SERVICE = ServiceName.parse("globex/billing");
    static final ContainerReference PINNED = new ContainerReference("quay.io/acme/web@sha256:" + "ab".repeat(32));
    static final ContainerReference FLOATING = new ContainerReference("quay.io/acme/web:latest");
    static final Archive ARCHIVE = new Archive(
            new ArchiveUrl("https://files.example.com/web.tar.gz"),
            new Digest("cd".repeat(32)),
            List.of("bin/web", "--port", "8080"));

    private Libraries() {}

    static Artifacts onKubernetes(ContainerReference container) {
        return new Artifacts(Optional.of(container), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The least that a version can say. */
    static ImageContent plain(ContainerReference container) {
        return new ImageContent(
                !container.isPinned(),
                onKubernetes(container),
                List.of(),
                Set.of(),
                Resources.UNSAID,
                List.of(),
                List.of());
    }

    /** What the first version says: all but services of its own library, which may not be there yet. */
    static ImageContent first() {
        ImageContent full = full();
        return new ImageContent(
                full.mutable(),
                full.artifacts(),
                full.env(),
                full.ports(),
                full.resources(),
                List.of(full.offers().getLast()),
                List.of(full.requires().getFirst()));
    }

    /** Something of everything. */
    static ImageContent full() {
        return new ImageContent(
                false,
                new Artifacts(Optional.of(PINNED), Optional.of(PINNED), Optional.of(PINNED), Optional.of(ARCHIVE)),
                List.of(new EnvVariable("MODE", "fast"), new EnvVariable("GREETING", "grüß\nGott")),
                Set.of(9090, 8080),
                new Resources(Optional.of(250), Optional.of(64)),
                List.of(
                        new OfferedService(ORDERS_SERVICE, 8080, ServiceScope.NETWORK),
                        new OfferedService(FOREIGN_SERVICE, 9090, ServiceScope.SITE)),
                List.of(
                        new RequiredService(FOREIGN_SERVICE, Name.of("billing"), 80, true),
                        new RequiredService(ORDERS_SERVICE, Name.of("backend"), 8080, false)));
    }

    static StreamSpec<LibraryCommand, LibraryEvent> absent() {
        return StreamSpec.of(StreamType.LIBRARY, "acme");
    }

    /** The service orders, and the image web in two versions. */
    static StreamSpec<LibraryCommand, LibraryEvent> published() {
        return absent().given(
                        ACME,
                        new PublishService(ORDERS, Service.Protocol.HTTP, 8080),
                        new PublishImage(WEB, ONE, first()),
                        new PublishImage(WEB, TWO, plain(FLOATING)),
                        new ChangeLibrary(GUESTS));
    }

    static StreamSpec<LibraryCommand, LibraryEvent> versionWithdrawn() {
        return published().given(ACME, new WithdrawImage(WEB, Optional.of(ONE), Optional.of("leaks memory")));
    }

    static StreamSpec<LibraryCommand, LibraryEvent> withdrawn() {
        return published()
                .given(
                        ACME,
                        new WithdrawImage(WEB, Optional.empty(), Optional.of("replaced")),
                        new WithdrawService(ORDERS, Optional.of("replaced")));
    }

    static ImageVersion version(StreamSpec<LibraryCommand, LibraryEvent> spec, VersionName version) {
        return (ImageVersion) spec.stream().entities().get(ImageVersion.key(WEB, version));
    }
}

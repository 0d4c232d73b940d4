package studio.domain.library;

import static studio.domain.kernel.Change.put;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.library.ImageVersion.Release;
import studio.domain.library.LibraryEvent.ImagePublished;
import studio.domain.library.LibraryEvent.ImageVersionPublished;
import studio.domain.library.LibraryEvent.ImageVersionWithdrawn;
import studio.domain.library.LibraryEvent.ImageWithdrawn;
import studio.domain.library.LibraryEvent.LibraryChanged;
import studio.domain.library.LibraryEvent.LibraryCreated;
import studio.domain.library.LibraryEvent.LibraryRenewed;
import studio.domain.library.LibraryEvent.ServicePublished;
import studio.domain.library.LibraryEvent.ServiceWithdrawn;

/** What each event changes in a library's stream. */
final class LibraryEvolution {

    private LibraryEvolution() {}

    static List<Change> evolve(Recorded<LibraryEvent> recorded, Entities entities) {
        return switch (recorded.event()) {
            case LibraryCreated e -> List.of(put(created(e, recorded, entities)));
            case LibraryChanged e -> List.of(put(changed(e, recorded, entities)));
            case LibraryRenewed e -> renewed(e, recorded, entities);
            case ImagePublished e -> imagePublished(e, recorded, entities);
            case ImageVersionPublished e -> versionPublished(e, recorded, entities);
            case ImageVersionWithdrawn e -> versionWithdrawn(e, recorded, entities);
            case ImageWithdrawn e -> imageWithdrawn(e, recorded, entities);
            case ServicePublished e -> servicePublished(e, recorded, entities);
            case ServiceWithdrawn e -> List.of(put(serviceWithdrawn(e, recorded, entities)));
        };
    }

    private static Library created(LibraryCreated event, Recorded<LibraryEvent> recorded, Entities entities) {
        Name publisher = entities.stream().name();
        entities.checkAbsent(Library.KIND.key(publisher));
        return new Library(ObjectMeta.created(publisher, event.uid(), recorded), Owners.NOBODY, 0, 0);
    }

    private static Library changed(LibraryChanged event, Recorded<LibraryEvent> recorded, Entities entities) {
        Library library = library(entities);
        return new Library(library.meta().changed(recorded), event.offeredTo(), library.images(), library.services());
    }

    private static List<Change> renewed(LibraryRenewed event, Recorded<LibraryEvent> recorded, Entities entities) {
        List<Change> changes = new ArrayList<>();
        for (Kind<?> kind : List.of(Image.KIND, ImageVersion.KIND, Service.KIND)) {
            entities.list(kind).forEach(entity -> changes.add(Change.remove(entity.key())));
        }
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), event.uid(), recorded);
        changes.add(put(new Library(meta, Owners.NOBODY, 0, 0)));
        return changes;
    }

    private static List<Change> imagePublished(
            ImagePublished event, Recorded<LibraryEvent> recorded, Entities entities) {
        entities.checkAbsent(Image.KIND.key(event.image()));
        ObjectMeta meta = ObjectMeta.created(event.image(), event.uid(), recorded);
        return List.of(put(library(entities).withImage()), put(new Image.Published(meta, Image.Versions.NONE)));
    }

    private static List<Change> versionPublished(
            ImageVersionPublished event, Recorded<LibraryEvent> recorded, Entities entities) {
        Image.Published image = published(event.image(), recorded, entities);
        EntityKey key = ImageVersion.key(event.image(), event.version());
        entities.checkAbsent(key);
        Image.Versions versions = image.versions().and(event.version());
        Release release = new Release(
                event.image(),
                event.version(),
                versions.published(),
                image.versions().newest(),
                event.content(),
                event.digest());
        ObjectMeta meta = new ObjectMeta(key.name(), event.uid(), recorded.revision(), recorded.at(), recorded.at());
        return List.of(
                put(new Image.Published(image.meta().changed(recorded), versions)),
                put(new ImageVersion.Published(meta, release)));
    }

    /** The image's own intent stays as it was: only its count moves. */
    private static List<Change> versionWithdrawn(
            ImageVersionWithdrawn event, Recorded<LibraryEvent> recorded, Entities entities) {
        Image.Published image = published(event.image(), recorded, entities);
        ImageVersion version = version(event.image(), event.version(), entities);
        return switch (version) {
            case ImageVersion.Published v ->
                List.of(
                        put(new Image.Published(image.meta(), image.versions().withdrawOne())),
                        put(new ImageVersion.Withdrawn(v.meta().changed(recorded), v.release(), event.cause())));
            case ImageVersion.Withdrawn v -> throw recorded.impossibleFor(v);
        };
    }

    /** Goes from each version to the one before it, so that it costs as much as this image has, and not as the library. */
    private static List<Change> imageWithdrawn(
            ImageWithdrawn event, Recorded<LibraryEvent> recorded, Entities entities) {
        Image.Published image = published(event.image(), recorded, entities);
        List<Change> changes = new ArrayList<>();
        changes.add(put(new Image.Withdrawn(
                image.meta().changed(recorded), image.versions().withdrawAll(), event.cause())));
        Optional<VersionName> next = image.versions().newest();
        while (next.isPresent()) {
            ImageVersion version = version(event.image(), next.get(), entities);
            if (version instanceof ImageVersion.Published) {
                changes.add(put(new ImageVersion.Withdrawn(
                        version.meta().changed(recorded), version.release(), event.cause())));
            }
            next = version.release().previous();
        }
        return changes;
    }

    private static List<Change> servicePublished(
            ServicePublished event, Recorded<LibraryEvent> recorded, Entities entities) {
        entities.checkAbsent(Service.KIND.key(event.service()));
        ObjectMeta meta = ObjectMeta.created(event.service(), event.uid(), recorded);
        return List.of(
                put(library(entities).withService()),
                put(new Service.Published(meta, new Service.Spec(event.protocol(), event.port()))));
    }

    private static Service serviceWithdrawn(
            ServiceWithdrawn event, Recorded<LibraryEvent> recorded, Entities entities) {
        return switch (entities.get(Service.KIND, event.service())) {
            case Service.Published s -> new Service.Withdrawn(s.meta().changed(recorded), s.spec(), event.cause());
            case Service.Withdrawn s -> throw recorded.impossibleFor(s);
        };
    }

    private static Library library(Entities entities) {
        return entities.get(Library.KIND, entities.stream().name());
    }

    private static Image.Published published(Name image, Recorded<LibraryEvent> recorded, Entities entities) {
        return switch (entities.get(Image.KIND, image)) {
            case Image.Published i -> i;
            case Image.Withdrawn i -> throw recorded.impossibleFor(i);
        };
    }

    private static ImageVersion version(Name image, VersionName version, Entities entities) {
        return ImageVersion.KIND.type().cast(entities.get(ImageVersion.key(image, version)));
    }
}

package studio.domain.library;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryEvent.ImagePublished;
import studio.domain.library.LibraryEvent.ImageVersionPublished;
import studio.domain.library.LibraryEvent.ImageVersionWithdrawn;
import studio.domain.library.LibraryEvent.ImageWithdrawn;
import studio.domain.library.LibraryEvent.LibraryCreated;

/** The rules for images and their versions. Each looks at the version and its image, however many others there are. */
final class ImageRules {

    /** Images that a library can hold, withdrawn ones too. */
    static final int MAX_IMAGES = 1_000;

    /** Versions that an image can have, withdrawn ones too. */
    static final int MAX_VERSIONS = 1_000;

    private ImageRules() {}

    static Decision<LibraryEvent> publish(PublishImage command, Entities entities, Facts facts) {
        Optional<Image> image = entities.find(Image.KIND, command.image());
        if (image.isPresent() && image.get() instanceof Image.Withdrawn) {
            return reject(WRONG_STATE, "image '" + command.image() + "' was withdrawn and takes no more versions");
        }
        EntityKey key = ImageVersion.key(command.image(), command.version());
        Optional<ImageVersion> version = entities.find(key).map(ImageVersion.KIND.type()::cast);
        Digest digest = command.content().digest();
        if (version.isPresent()) {
            return publishAgain(version.get(), digest);
        }
        Optional<Rejection> flaw = full(image, entities).or(() -> ContentRules.flaw(command.content(), entities));
        return unless(flaw, () -> accept(published(command, digest, image, entities, facts)));
    }

    private static Decision<LibraryEvent> publishAgain(ImageVersion version, Digest digest) {
        return switch (version) {
            case ImageVersion.Withdrawn withdrawn ->
                reject(Rejection.ofField(
                        WRONG_STATE,
                        "version",
                        "version '" + withdrawn.key().name() + "' was withdrawn and can't be published again"));
            case ImageVersion.Published published ->
                published.release().digest().equals(digest)
                        ? accept()
                        : reject(Rejection.ofField(
                                ALREADY_EXISTS,
                                "version",
                                "version '" + published.key().name()
                                        + "' exists already with other content, and versions never change"));
        };
    }

    private static Optional<Rejection> full(Optional<Image> image, Entities entities) {
        int images = LibraryAccess.present(entities).map(Library::images).orElse(0);
        if (image.isEmpty() && images >= MAX_IMAGES) {
            return Optional.of(Rejection.of(LIMIT_REACHED, "a library has at most " + MAX_IMAGES + " images"));
        }
        int versions = image.map(known -> known.versions().published()).orElse(0);
        return versions >= MAX_VERSIONS
                ? Optional.of(Rejection.of(LIMIT_REACHED, "an image has at most " + MAX_VERSIONS + " versions"))
                : Optional.empty();
    }

    private static List<LibraryEvent> published(
            PublishImage command, Digest digest, Optional<Image> image, Entities entities, Facts facts) {
        List<LibraryEvent> events = new ArrayList<>(created(entities, facts));
        if (image.isEmpty()) {
            events.add(new ImagePublished(command.image(), facts.ids().next()));
        }
        events.add(new ImageVersionPublished(
                command.image(), command.version(), facts.ids().next(), command.content(), digest));
        return events;
    }

    /** What is published first makes the library. */
    static List<LibraryEvent> created(Entities entities, Facts facts) {
        return LibraryAccess.present(entities).isPresent()
                ? List.of()
                : List.of(new LibraryCreated(facts.ids().next()));
    }

    static Decision<LibraryEvent> withdraw(WithdrawImage command, Entities entities) {
        EntityKey subject = command.subject(entities.stream());
        Optional<Entity> found = entities.find(subject);
        if (found.isEmpty()) {
            return reject(Rejection.notFound(subject));
        }
        return isWithdrawn(found.get())
                ? accept()
                : unless(Limits.text("cause", command.cause()), () -> accept(withdrawn(command)));
    }

    private static boolean isWithdrawn(Entity entity) {
        return entity instanceof Image.Withdrawn || entity instanceof ImageVersion.Withdrawn;
    }

    private static LibraryEvent withdrawn(WithdrawImage command) {
        return command.version()
                .<LibraryEvent>map(version -> new ImageVersionWithdrawn(command.image(), version, command.cause()))
                .orElseGet(() -> new ImageWithdrawn(command.image(), command.cause()));
    }
}

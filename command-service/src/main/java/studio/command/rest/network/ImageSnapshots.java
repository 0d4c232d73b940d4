package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import studio.api.problem.Problem;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;
import studio.command.library.PublishedImages;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.library.ImageSnapshot;
import studio.domain.library.ImageVersion;
import studio.identity.problem.ProblemException;

/** Puts what a version of an image says in the place of its name, so that no client can say anything else of it. */
@ApplicationScoped
class ImageSnapshots {

    private final PublishedImages images;

    ImageSnapshots(PublishedImages images) {
        this.images = images;
    }

    /** What that version says, for a reader who may know of it; otherwise the request ends with a problem of its field. */
    Uni<ImageSnapshot> of(ImageReference reference, Actor reader) {
        return images.find(reference.publisher(), reference.image(), reference.version(), reader)
                .map(found -> found.map(version -> snapshot(reference, version))
                        .orElseThrow(() -> problem(ProblemType.NOT_FOUND, "there is no image '" + reference + "'")));
    }

    /** The same where an image may be absent. */
    Uni<Optional<ImageSnapshot>> of(Optional<ImageReference> reference, Actor reader) {
        return reference
                .map(present -> of(present, reader).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static ImageSnapshot snapshot(ImageReference reference, ImageVersion version) {
        return switch (version) {
            case ImageVersion.Published published ->
                ImageSnapshot.of(StreamType.LIBRARY.key(reference.publisher()), published);
            case ImageVersion.Withdrawn withdrawn ->
                throw problem(ProblemType.WRONG_STATE, "image '" + reference + "' was withdrawn");
        };
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return ProblemException.of(Problem.of(type, detail).withErrors(List.of(new FieldError("/image", detail))));
    }
}

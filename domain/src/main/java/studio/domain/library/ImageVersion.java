package studio.domain.library;

import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** A version of an image. */
public sealed interface ImageVersion extends Entity {

    /** Versions of all images of a library. */
    Kind<ImageVersion> KIND = new Kind<>("image-version", ImageVersion.class);

    /** What was published. */
    Release release();

    @Override
    default EntityKey key() {
        return key(release().image(), release().version());
    }

    /** The key of that version: it is named as in a container reference, {@code web:1.4.2}. */
    static EntityKey key(Name image, VersionName version) {
        return new EntityKey(KIND.label(), image + ":" + version);
    }

    /**
     * What was published.
     *
     * @param image    the image
     * @param version  the version's name
     * @param number   the version's place among the image's: 1, 2, 3 …
     * @param previous the one before it, if it is not the first
     * @param content  what it says
     * @param digest   the content's digest as it was when it was published
     */
    record Release(
            Name image,
            VersionName version,
            int number,
            Optional<VersionName> previous,
            ImageContent content,
            Digest digest) {}

    /** Can be put into a network. */
    record Published(ObjectMeta meta, Release release) implements ImageVersion {}

    /** Can't any more, and can't be published again. Networks keep what they have of it. */
    record Withdrawn(ObjectMeta meta, Release release, Optional<String> cause) implements ImageVersion {}
}

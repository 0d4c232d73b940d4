package studio.domain.library;

import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** Something that can be run, in versions. */
public sealed interface Image extends Entity {

    /** Images. */
    Kind<Image> KIND = new Kind<>("image", Image.class);

    /** Its versions in short. */
    Versions versions();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /**
     * An image's versions in short, so that nobody has to list them to publish one more.
     *
     * @param published how many were ever published
     * @param withdrawn how many of these were withdrawn since
     * @param newest    the one that was published last
     */
    record Versions(int published, int withdrawn, Optional<VersionName> newest) {

        /** No versions yet. */
        static final Versions NONE = new Versions(0, 0, Optional.empty());

        Versions and(VersionName version) {
            return new Versions(published + 1, withdrawn, Optional.of(version));
        }

        Versions withdrawOne() {
            return new Versions(published, withdrawn + 1, newest);
        }

        Versions withdrawAll() {
            return new Versions(published, published, newest);
        }
    }

    /** Its versions can be used, but for those that were withdrawn one by one; more can be published. */
    record Published(ObjectMeta meta, Versions versions) implements Image {}

    /** None of its versions can be put into a network any more, and no other can be published. Networks keep what they have. */
    record Withdrawn(ObjectMeta meta, Versions versions, Optional<String> cause) implements Image {}
}

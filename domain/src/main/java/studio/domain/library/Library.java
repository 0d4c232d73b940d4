package studio.domain.library;

import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;

/**
 * What one publisher publishes. It comes into being with the first thing published and stays for ever.
 *
 * @param meta      name, uid, revision and times
 * @param offeredTo who may use what is in it, beside the publisher
 * @param images    how many images there are, withdrawn ones too
 * @param services  how many services there are, withdrawn ones too
 */
public record Library(ObjectMeta meta, Owners offeredTo, int images, int services) implements Entity {

    /** Libraries. */
    public static final Kind<Library> KIND = new Kind<>("library", Library.class);

    /** The publisher of the library that everybody may use; no user of that name has a part in it. */
    public static final Name SHARED = Name.of("public");

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }

    /** Says whether there is nothing in it, not even what was withdrawn, and nobody to whom it is offered. */
    boolean isEmpty() {
        return images == 0 && services == 0 && offeredTo.equals(Owners.NOBODY);
    }

    /** The same library with one more image. */
    Library withImage() {
        return new Library(meta, offeredTo, images + 1, services);
    }

    /** The same library with one more service. */
    Library withService() {
        return new Library(meta, offeredTo, images, services + 1);
    }
}

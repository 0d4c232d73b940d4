package studio.domain.kernel;

import java.time.Instant;

/**
 * What every object carries.
 *
 * @param name      its name, or its uid as text where it has no name of its own
 * @param uid       this incarnation; a new object under the same name has another
 * @param revision  the stream's revision at which somebody last changed the object's intent; its {@code ETag}. Reports don't move it
 * @param createdAt when this incarnation was made
 * @param changedAt when its intent last changed
 */
public record ObjectMeta(String name, Uid uid, long revision, Instant createdAt, Instant changedAt) {

    /** The meta of an object that {@code recorded} brings into being. */
    public static ObjectMeta created(Name name, Uid uid, Recorded<?> recorded) {
        return new ObjectMeta(name.value(), uid, recorded.revision(), recorded.at(), recorded.at());
    }

    /** The meta of an object without a name of its own that {@code recorded} brings into being. */
    public static ObjectMeta created(Uid uid, Recorded<?> recorded) {
        return new ObjectMeta(uid.toString(), uid, recorded.revision(), recorded.at(), recorded.at());
    }

    /** The same object after {@code recorded} changed its intent. */
    public ObjectMeta changed(Recorded<?> recorded) {
        return new ObjectMeta(name, uid, recorded.revision(), createdAt, recorded.at());
    }
}

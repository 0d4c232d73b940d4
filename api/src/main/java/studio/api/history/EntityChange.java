package studio.api.history;

import java.util.List;
import java.util.Optional;
import studio.api.history.JsonDiff.FieldChange;
import studio.api.view.View;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;

/**
 * How an entity differs between two moments of its stream. An object that was made again under its name is another one: it is
 * removed, and added.
 *
 * @param key    the entity
 * @param uid    its uid
 * @param what   how it differs
 * @param before what was shown of it; absent if it was added
 * @param after  what is shown of it; absent if it was removed
 * @param fields the fields that differ, if it changed
 */
public record EntityChange(
        EntityKey key, Uid uid, What what, Optional<View> before, Optional<View> after, List<FieldChange> fields) {

    /** The ways in which an entity can differ, in the order in which they are told. */
    public enum What {
        /** It was there before and is no more. */
        REMOVED,
        /** It was not there before. */
        ADDED,
        /** It was there before, and was not like this. */
        CHANGED
    }
}

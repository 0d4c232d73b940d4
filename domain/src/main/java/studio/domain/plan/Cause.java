package studio.domain.plan;

import java.util.Optional;
import studio.domain.kernel.EntityKey;

/**
 * Where something planned comes from.
 *
 * @param entity   the entity that says so
 * @param revision the stream's revision from which it says so
 * @param by       who asked for it; known to whoever reads the log, which a plan alone does not tell
 */
public record Cause(EntityKey entity, long revision, Optional<String> by) {

    /** One of which it is not known who asked. */
    public Cause(EntityKey entity, long revision) {
        this(entity, revision, Optional.empty());
    }

    /** The same, asked for by that one. */
    public Cause askedBy(Optional<String> who) {
        return new Cause(entity, revision, who);
    }
}

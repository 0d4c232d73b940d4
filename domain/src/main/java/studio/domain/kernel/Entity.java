package studio.domain.kernel;

/** The state of one object in a stream. Its kinds are sealed types; each permitted record is one state of the life cycle. */
public interface Entity {

    /** Name, uid, revision and times. */
    ObjectMeta meta();

    /** The key under which this entity is kept in its stream. */
    EntityKey key();
}

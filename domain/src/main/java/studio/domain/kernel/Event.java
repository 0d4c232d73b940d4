package studio.domain.kernel;

/** Something that happened in one stream. Named in the past tense; never changed or taken back, only followed by others. */
public interface Event {

    /** The entity it mainly concerns: what an audit entry is about. */
    EntityKey subject(StreamKey stream);
}

package studio.domain.kernel;

/** A wish to change one stream. Named in the imperative; says what is wanted and nothing about who wants it. */
public interface Command {

    /** The entity whose revision an {@code If-Match} speaks of. */
    EntityKey subject(StreamKey stream);
}

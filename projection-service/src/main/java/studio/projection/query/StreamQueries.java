package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.StreamKey;

/** Asks where streams stand. */
@ApplicationScoped
public class StreamQueries {

    private final Mutiny.SessionFactory sessions;

    StreamQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The last revision of that stream that is in the tables; 0 if there is none. */
    public Uni<Long> revision(StreamKey stream) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                                "select r.revision from StreamRow r where r.stream = :stream", Long.class)
                        .setParameter("stream", stream.toString())
                        .getSingleResultOrNull())
                .map(revision -> revision == null ? 0L : revision);
    }
}

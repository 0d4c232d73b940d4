package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.StreamKey;

/** Asks where streams stand. */
@ApplicationScoped
public class StreamQueries {

    private final Mutiny.SessionFactory sessions;

    StreamQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * The last revision of each of those streams that is in the tables; a stream without any is absent. Opens a session of its
     * own, because whoever waits may ask for something else before this has come to its end.
     */
    public Uni<Map<StreamKey, Long>> revisions(Collection<StreamKey> streams) {
        List<String> names = streams.stream().map(StreamKey::toString).toList();
        return sessions.openStatelessSession()
                .flatMap(session -> session.createSelectionQuery(
                                "from StreamRow r where r.stream in :streams", StreamRow.class)
                        .setParameter("streams", names)
                        .getResultList()
                        .eventually(session::close))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> StreamKey.parse(row.stream), row -> row.revision)));
    }
}

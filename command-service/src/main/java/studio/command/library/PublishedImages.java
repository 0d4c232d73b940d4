package studio.command.library;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import studio.api.json.EntityJson;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.library.VersionName;

/** Finds versions of images in the tables of the projection, which follow the log by a moment. */
@ApplicationScoped
public class PublishedImages {

    private static final String FIND = """
            select v.state_json::text as version, l.state_json::text as library
              from projection.image_versions v join projection.libraries l on l.name = v.library
             where v.library = $1 and v.name = $2
            """;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Pool database;
    private final ImagesConfig config;

    PublishedImages(Pool database, ImagesConfig config) {
        this.database = database;
        this.config = config;
    }

    /** That version, withdrawn or not, if it is there and the reader may know of it. One just published is waited for. */
    public Uni<Optional<ImageVersion>> find(Name publisher, Name image, VersionName version, Actor reader) {
        EntityKey key = ImageVersion.key(image, version);
        return Uni.createFrom()
                .deferred(() -> look(publisher, key, reader))
                .repeat()
                .withDelay(PAUSE)
                .whilst(Optional::isEmpty)
                .collect()
                .last()
                .ifNoItem()
                .after(config.visibleTimeout())
                .recoverWithItem(Optional.<ImageVersion>empty());
    }

    private Uni<Optional<ImageVersion>> look(Name publisher, EntityKey version, Actor reader) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(publisher.value(), version.name()))
                .map(rows -> first(rows)
                        .filter(row -> LibraryAccess.mayRead(reader, library(publisher, row)))
                        .map(row -> (ImageVersion) EntityJson.fromJson(version, row.getString("version"))));
    }

    private static Library library(Name publisher, Row row) {
        return (Library) EntityJson.fromJson(Library.KIND.key(publisher), row.getString("library"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }
}

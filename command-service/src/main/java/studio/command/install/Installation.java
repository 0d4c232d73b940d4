package studio.command.install;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import studio.domain.kernel.Name;

/** The directory's row about the installation itself. */
@ApplicationScoped
public class Installation {

    private static final int KEY_BYTES = 32;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String BEGIN =
            "insert into directory.installation (token_key) values ($1) on conflict do nothing";

    private static final String READ =
            "select token_key, first_admin_at is not null as complete from directory.installation";

    /** In one statement, so that of two instances one alone gives the first administrator its password. */
    private static final String COMPLETE = """
            with first as (
                update directory.installation set first_admin_at = now() where first_admin_at is null returning true
            )
            insert into directory.credentials as c (username, user_uid, password_hash)
            select $1, $2, $3 from first
            on conflict (username) do update set user_uid = excluded.user_uid, password_hash = excluded.password_hash
            """;

    private final Pool database;
    private volatile byte[] tokenKey = new byte[0];

    Installation(Pool database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent event) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        tokenKey = database.preparedQuery(BEGIN)
                .execute(Tuple.of(Buffer.buffer(key)))
                .chain(() -> database.query(READ).execute())
                .map(rows -> rows.iterator().next().getBuffer("token_key").getBytes())
                .await()
                .atMost(TIMEOUT);
    }

    /** The key from which API tokens are made. */
    byte[] tokenKey() {
        return tokenKey.clone();
    }

    /** Says whether the first administrator has its password. */
    Uni<Boolean> isComplete() {
        return database.query(READ).execute().map(rows -> rows.iterator().next().getBoolean("complete"));
    }

    /** Gives the first administrator its password, unless another instance has done so; says whether this one did. */
    Uni<Boolean> complete(Name administrator, UUID uid, String passwordHash) {
        return database.preparedQuery(COMPLETE)
                .execute(Tuple.of(administrator.value(), uid, passwordHash))
                .map(RowSet::rowCount)
                .map(rows -> rows == 1);
    }
}

package studio.command.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import studio.domain.kernel.Name;

/** The directory's tables. */
@ApplicationScoped
public class Directory {

    private static final String PASSWORD_HASH = """
            select c.password_hash
              from directory.credentials c join projection.users u on u.name = c.username and u.uid = c.user_uid
             where c.username = $1 and u.state = 'active'
            """;

    /** A retry changes nothing; another user of the same name gets a row of its own. */
    private static final String REGISTER = """
            insert into directory.credentials as c (username, user_uid, password_hash, display_name, email)
            values ($1, $2, $3, $4, $5)
            on conflict (username) do update
               set user_uid = excluded.user_uid, password_hash = excluded.password_hash,
                   display_name = excluded.display_name, email = excluded.email, changed_at = now()
             where c.user_uid <> excluded.user_uid
            """;

    private static final String SET_PASSWORD = """
            insert into directory.credentials as c (username, user_uid, password_hash)
            values ($1, $2, $3)
            on conflict (username) do update
               set user_uid = excluded.user_uid, password_hash = excluded.password_hash, changed_at = now()
            """;

    private static final String SET_DISPLAY_NAME = """
            insert into directory.credentials as c (username, user_uid, display_name)
            values ($1, $2, $3)
            on conflict (username) do update set display_name = excluded.display_name, changed_at = now()
            """;

    private static final String SET_EMAIL = """
            insert into directory.credentials as c (username, user_uid, email)
            values ($1, $2, $3)
            on conflict (username) do update set email = excluded.email, changed_at = now()
            """;

    /** Also those whose removal could not be followed up at once. */
    private static final String FORGET = """
            delete from directory.credentials c
             where c.username = $1
                or exists (select from projection.users u
                            where u.name = c.username and u.uid = c.user_uid and u.state = 'removed')
            """;

    private final Pool database;

    Directory(Pool database) {
        this.database = database;
    }

    /** The hash of an active user's password, if it has one. */
    public Uni<Optional<String>> passwordHash(Name user) {
        return database.preparedQuery(PASSWORD_HASH)
                .execute(Tuple.of(user.value()))
                .map(rows -> first(rows).map(row -> row.getString("password_hash")));
    }

    /** Keeps what is known of a new user. */
    public Uni<Void> register(Name user, UUID uid, Optional<String> passwordHash, Profile profile) {
        return run(
                REGISTER,
                Tuple.of(
                        user.value(),
                        uid,
                        passwordHash.orElse(null),
                        profile.displayName().orElse(null),
                        profile.email().orElse(null)));
    }

    /** Keeps a user's new password. */
    public Uni<Void> setPassword(Name user, UUID uid, String passwordHash) {
        return run(SET_PASSWORD, Tuple.of(user.value(), uid, passwordHash));
    }

    /** Keeps how people call a user now, if at all. */
    public Uni<Void> setDisplayName(Name user, UUID uid, Optional<String> displayName) {
        return run(SET_DISPLAY_NAME, Tuple.of(user.value(), uid, displayName.orElse(null)));
    }

    /** Keeps where a user gets mail now, if at all. */
    public Uni<Void> setEmail(Name user, UUID uid, Optional<String> email) {
        return run(SET_EMAIL, Tuple.of(user.value(), uid, email.orElse(null)));
    }

    /** Erases all that is personal of a user. */
    public Uni<Void> forget(Name user) {
        return run(FORGET, Tuple.of(user.value()));
    }

    private Uni<Void> run(String sql, Tuple arguments) {
        return database.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }
}

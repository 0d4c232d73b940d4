package studio.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.api.json.Word;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.user.ApiToken;

/**
 * Finds who a token or a session belongs to, in the tables of the projection. What is found is remembered for a moment; what is
 * not found never is, so that a session can be used as soon as the tables have it.
 */
@ApplicationScoped
public class Identities {

    private static final String BY_SESSION = """
        select u.name, u.roles, u.groups, s.uid,
               (u.state_json -> 'quota' ->> 'commandsPerSecond')::int as commands_per_second
          from projection.web_sessions s join projection.users u on u.name = s.user_name
         where s.token_hash = $1 and s.expires_at > now() and u.state = 'active'
        """;

    private static final String BY_TOKEN = """
        select u.name, u.roles, u.groups, t.name as token, t.scopes,
               (u.state_json -> 'quota' ->> 'commandsPerSecond')::int as commands_per_second
          from projection.api_tokens t join projection.users u on u.name = t.user_name
         where t.token_hash = $1 and (t.expires_at is null or t.expires_at > now()) and u.state = 'active'
        """;

    private final Pool database;
    private final IdentityConfig config;
    private final AsyncCache<Digest, Optional<Identity>> known;

    Identities(Pool database, IdentityConfig config) {
        this.database = database;
        this.config = config;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.cacheLimit())
                .expireAfterWrite(config.cacheTtl())
                .buildAsync();
    }

    /** The identity behind a session cookie, if that session is open and its user active. */
    public Uni<Optional<Identity>> bySession(Secret cookie) {
        return remembered(cookie, digest -> find(BY_SESSION, digest, Identities::session));
    }

    /** The identity behind an API token, if there is such a token and its user is active. */
    public Uni<Optional<Identity>> byToken(Secret token) {
        return remembered(token, digest -> find(BY_TOKEN, digest, Identities::token));
    }

    private Uni<Optional<Identity>> remembered(Secret secret, Function<Digest, Uni<Optional<Identity>>> find) {
        Digest digest = secret.digest();
        CompletableFuture<Optional<Identity>> identity =
                known.get(digest, (key, executor) -> find.apply(key).subscribeAsCompletionStage());
        return Uni.createFrom()
                .completionStage(identity)
                .onItem()
                .invoke(found -> forgetUnless(found.isPresent(), digest, identity));
    }

    private void forgetUnless(boolean found, Digest digest, CompletableFuture<Optional<Identity>> identity) {
        if (!found) {
            known.asMap().remove(digest, identity);
        }
    }

    private Uni<Optional<Identity>> find(String sql, Digest digest, Function<Row, Identity> read) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(digest.hex()))
                .ifNoItem()
                .after(config.lookupTimeout())
                .fail()
                .map(rows -> first(rows).map(read));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }

    private static Identity session(Row row) {
        return identity(row, new Credential.Session(new Uid(row.getUUID("uid"))));
    }

    private static Identity token(Row row) {
        Set<ApiToken.Scope> scopes = words(row, "scopes", word -> Word.parse(ApiToken.Scope.class, word));
        return identity(row, new Credential.Token(Name.of(row.getString("token")), scopes));
    }

    private static Identity identity(Row row, Credential credential) {
        return new Identity(actor(row), credential, row.getInteger("commands_per_second"));
    }

    private static Actor actor(Row row) {
        Set<Role> roles = words(row, "roles", word -> Word.parse(Role.class, word));
        return Actor.user(Name.of(row.getString("name")), roles, words(row, "groups", Name::of));
    }

    private static <T> Set<T> words(Row row, String column, Function<String, T> parse) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(parse).collect(Collectors.toUnmodifiableSet());
    }
}

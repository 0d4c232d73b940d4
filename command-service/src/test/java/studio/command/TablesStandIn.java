package studio.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import studio.api.json.EntityJson;
import studio.api.json.Word;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.Service;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.WebSession;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;

/** Keeps the tables that identities and images are looked up in, as the projection service does. */
final class TablesStandIn implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private static final List<String> TABLES = List.of(
            "create schema projection",
            "create table projection.users (name text primary key, uid uuid, state text, roles text[], groups text[],"
                    + " state_json jsonb)",
            "create table projection.web_sessions"
                    + " (uid uuid primary key, user_name text, token_hash text unique, expires_at timestamptz)",
            "create table projection.api_tokens (user_name text, name text, uid uuid, scopes text[],"
                    + " token_hash text unique, expires_at timestamptz, primary key (user_name, name))",
            "create table projection.libraries (name text primary key, state_json jsonb)",
            "create table projection.image_versions"
                    + " (library text, name text, state_json jsonb, primary key (library, name))");

    private static final List<StreamType<?, ?>> FOLLOWED = List.of(StreamType.USER, StreamType.LIBRARY);

    private final Map<StreamKey, EntityMap> streams = new HashMap<>();
    private final KafkaCluster kafka;
    private final PostgresDatabase database;
    private final Thread thread = Thread.ofPlatform().name("tables-stand-in").unstarted(this::follow);
    private volatile boolean closing;

    TablesStandIn(KafkaCluster kafka, PostgresDatabase database) {
        this.kafka = kafka;
        this.database = database;
    }

    void start() {
        try (Connection connection = database.connect()) {
            for (String table : TABLES) {
                connection.createStatement().execute(table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        thread.start();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.GROUP_ID_CONFIG,
                "tables-stand-in",
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                100,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
                Connection connection = database.connect()) {
            // A pattern, because the topic is made later, by the service under test.
            consumer.subscribe(Pattern.compile(Pattern.quote(Topic.EVENTS.topicName())));
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    write(record, connection);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(ConsumerRecord<String, byte[]> record, Connection connection) throws SQLException {
        Encoded encoded = Encoded.read(record.headers(), record.value());
        StoredEvent stored = EventCodec.decode(encoded.type(), encoded.version(), encoded.body());
        StreamKey stream = stored.meta().stream();
        StreamType<?, ?> type = StreamType.of(stream);
        if (FOLLOWED.contains(type)) {
            EntityMap entities = streams.computeIfAbsent(stream, EntityMap::new);
            for (Change change : LogReader.evolve(type, stored, entities)) {
                entities.apply(change);
                write(change, stream, connection);
            }
        }
    }

    private static void write(Change change, StreamKey stream, Connection connection) throws SQLException {
        String owner = stream.name().value();
        switch (change) {
            case Change.Remove removed -> {
                run(
                        connection,
                        "delete from projection.web_sessions where uid::text = ?",
                        removed.key().name());
                run(
                        connection,
                        "delete from projection.api_tokens where user_name = ? and name = ?",
                        owner,
                        removed.key().name());
            }
            case Change.Put put -> put(put.entity(), owner, connection);
        }
    }

    private static void put(Entity entity, String owner, Connection connection) throws SQLException {
        switch (entity) {
            case User u ->
                run(
                        connection,
                        "insert into projection.users values (?, ?, ?, ?, ?, ?::jsonb) on conflict (name) do update"
                                + " set uid = excluded.uid, state = excluded.state, roles = excluded.roles, groups ="
                                + " excluded.groups, state_json = excluded.state_json",
                        owner,
                        u.meta().uid().value(),
                        Views.state(u),
                        words(connection, u.roles()),
                        connection.createArrayOf("text", u.groups().toArray()),
                        EntityJson.toJson(u));
            case WebSession s ->
                run(
                        connection,
                        "insert into projection.web_sessions values (?, ?, ?, ?)",
                        s.meta().uid().value(),
                        owner,
                        s.tokenHash().hex(),
                        Timestamp.from(s.expiresAt()));
            case ApiToken t ->
                run(
                        connection,
                        "insert into projection.api_tokens values (?, ?, ?, ?, ?, ?)",
                        owner,
                        t.meta().name(),
                        t.meta().uid().value(),
                        words(connection, t.scopes()),
                        t.tokenHash().hex(),
                        t.expiresAt().map(Timestamp::from).orElse(null));
            case Library l ->
                run(
                        connection,
                        "insert into projection.libraries values (?, ?::jsonb) on conflict (name) do update set"
                                + " state_json = excluded.state_json",
                        owner,
                        EntityJson.toJson(l));
            case ImageVersion v ->
                run(
                        connection,
                        "insert into projection.image_versions values (?, ?, ?::jsonb) on conflict (library, name) do"
                                + " update set state_json = excluded.state_json",
                        owner,
                        v.key().name(),
                        EntityJson.toJson(v));
            case Image i -> {
                // Nothing is looked up there.
            }
            case Service service -> {
                // Nor there.
            }
            case Entity other -> throw new IllegalStateException("there is no table for " + other);
        }
    }

    private static java.sql.Array words(Connection connection, Collection<? extends Enum<?>> constants)
            throws SQLException {
        return connection.createArrayOf("text", constants.stream().map(Word::of).toArray());
    }

    private static void run(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}

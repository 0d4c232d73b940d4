package studio.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server. */
public final class PostgresNode extends Node {

    static final String NAME = "postgres";
    private static final int PORT = 15_432;
    private static final String SUPERUSER = "postgres";

    private final List<String> databases;

    /** A server that has these databases once it is up. */
    PostgresNode(Context context, List<String> databases) {
        super(NAME, Map.of(NAME, PORT), context);
        this.databases = databases;
    }

    /** A server for a test, with its data in {@code directory} and no database yet. */
    public static PostgresNode start(Path directory) {
        PostgresNode node = new PostgresNode(Context.forTest(directory), List.of());
        node.upForTest();
        return node;
    }

    /**
     * A database and the role that owns it, both of the same name.
     *
     * @param name the name of both
     * @param port the port of the server
     * @param password the password of the role
     */
    public record Database(String name, int port, String password) {

        /** Its address, such as {@code postgresql://127.0.0.1:15432/studio}. */
        public String url() {
            return "postgresql://" + Ports.LOOPBACK + ":" + port + "/" + name;
        }

        /** Its address for JDBC. */
        public String jdbcUrl() {
            return "jdbc:" + url();
        }

        /** Connects as the owner. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), name, password);
        }

        @Override
        public String toString() {
            return url();
        }
    }

    /** Creates a database, if there is none of that name. */
    public Database createDatabase(String name) {
        Database database = database(name);
        try (Connection connection = superuser().connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles", "rolname", name)) {
                statement.execute("CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, database.password()));
            }
            if (!exists(statement, "pg_database", "datname", name)) {
                statement.execute("CREATE DATABASE \"%1$s\" OWNER \"%1$s\"".formatted(name));
            }
            return database;
        } catch (SQLException e) {
            throw new NodeException("postgres refused to create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String table, String column, String name) throws SQLException {
        String query = "SELECT 1 FROM %s WHERE %s = '%s'".formatted(table, column, name);
        return statement.executeQuery(query).next();
    }

    /** How to reach a database, whether it exists or not. */
    Database database(String name) {
        return new Database(name, port(), context().home().secret("postgres-" + name));
    }

    private Database superuser() {
        return database(SUPERUSER);
    }

    @Override
    Launch launch() {
        String fsync = context().durability().fsync();
        return new Launch(
                asOrdinaryUser(
                        program("postgres"),
                        "-D" + cluster(),
                        "--port=" + port(),
                        "--listen_addresses=" + Ports.LOOPBACK,
                        "--unix_socket_directories=",
                        "--fsync=" + fsync,
                        "--full_page_writes=" + fsync,
                        "--timezone=UTC",
                        "--log_timezone=UTC"),
                Map.of(),
                List.of());
    }

    /** The programs refuse to be root, so root runs them in a namespace in which it is nobody. */
    private List<String> asOrdinaryUser(String... command) {
        List<String> words = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) {
            words.addAll(List.of("unshare", "--user", "--"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private String program(String name) {
        Path unpacked = context().distribution().postgres(context().home().cache());
        return unpacked.resolve("bin").resolve(name).toString();
    }

    private Path cluster() {
        return data().resolve("cluster");
    }

    @Override
    void prepare() throws IOException {
        if (!Files.exists(cluster())) {
            initialise();
        }
        postmaster().tidy();
    }

    /** Initialises beside and moves: a cluster is there completely or not at all. */
    private void initialise() throws IOException {
        Path draft = data().resolve("draft");
        StudioHome.delete(draft);
        StudioHome.create(data());
        List<String> command = new ArrayList<>(asOrdinaryUser(
                program("initdb"),
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + context().home().secretFile("postgres-" + SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (context().durability() == Durability.NOTHING) {
            command.add("--no-sync");
        }
        Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new NodeException("postgres can't initialise " + data() + ": " + output.strip());
        }
        Files.move(draft, cluster());
    }

    private Postmaster postmaster() {
        return new Postmaster(cluster());
    }

    @Override
    Optional<ProcessRecord> unrecorded() {
        return postmaster().running(NAME);
    }

    @Override
    boolean answers() {
        try (Connection connection = superuser().connect()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    void complete() {
        databases.forEach(this::createDatabase);
    }

    /** The interrupt asks for the fast shutdown, which doesn't wait for clients to leave. */
    @Override
    void requestEnd(ProcessHandle process) {
        try {
            new ProcessBuilder("bash", "-c", "kill -INT " + process.pid())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

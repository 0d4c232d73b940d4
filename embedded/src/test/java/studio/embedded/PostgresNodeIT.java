package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.embedded.PostgresNode.Database;

class PostgresNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void shouldAdoptAServerThatLostItsRecord() throws IOException {
        try (PostgresNode node = PostgresNode.start(directory)) {
            // Given
            long pid = pid(node);
            Files.delete(StudioHome.at(directory).process("postgres"));

            // When
            PostgresNode other = new PostgresNode(Context.forTest(directory), List.of());
            other.up(PATIENCE);

            // Then
            assertThat(pid(other)).isEqualTo(pid);
            assertThat(other.port()).isEqualTo(node.port());
        }
    }

    @Test
    void shouldStartAgainWhileAChildOfTheKilledServerIsBusy() throws SQLException {
        try (PostgresNode node = PostgresNode.start(directory)) {
            // Given
            Database database = node.createDatabase("studio");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> keepBusy(database));
            assertThat(Await.until(() -> isBusy(database), PATIENCE)).isTrue();

            // When
            node.kill9();
            node.up(PATIENCE);

            // Then
            assertThat(answer(database)).isEqualTo(42);
            assertThat(busy).failsWithin(PATIENCE);
        }
    }

    @Test
    void shouldSayWhyItDoesNotStart() throws IOException {
        // Given
        Path cluster = Files.createDirectories(
                StudioHome.at(directory).data("postgres").resolve("cluster"));
        PostgresNode node = new PostgresNode(Context.forTest(directory), List.of());

        // When
        NodeException failure = catchThrowableOfType(NodeException.class, () -> node.up(PATIENCE));

        // Then
        assertThat(failure)
                .hasMessageContaining("postgres ended while it started")
                .hasMessageContaining("\"" + cluster + "/postgresql.conf\": No such file or directory")
                .hasMessageContaining(StudioHome.at(directory).log("postgres").toString());
        assertThat(node.status().state()).isEqualTo(NodeStatus.State.CRASHED);
    }

    private static long pid(PostgresNode node) {
        return node.status().process().orElseThrow().pid();
    }

    private static int answer(Database database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
            row.next();
            return row.getInt("answer");
        }
    }

    /** It doesn't look up from this, not even to see that its parent is gone. */
    private static void keepBusy(Database database) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SELECT count(*) FROM generate_series(1, 100000000000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBusy(Database database) {
        try (Connection connection = database.connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'")) {
            row.next();
            return row.getInt(1) > 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    private Path cluster;

    @Test
    void shouldDisownAPidThatAnotherProgramHas() throws IOException {
        // Given
        String foreignPid = Long.toString(ProcessHandle.current().pid());
        List<String> lines =
                List.of(foreignPid, cluster.toString(), "1795453600", "15432", "", "127.0.0.1", "  2170906  12");
        Path file = Files.write(cluster.resolve("postmaster.pid"), lines);
        Postmaster postmaster = new Postmaster(cluster);

        // When
        postmaster.tidy();

        // Then PostgreSQL still finds the memory that may be in use
        assertThat(postmaster.running("postgres")).isEmpty();
        assertThat(Files.readAllLines(file)).first().isNotEqualTo(foreignPid);
        assertThat(Files.readAllLines(file))
                .endsWith(lines.subList(1, lines.size()).toArray(String[]::new));
    }

    @Test
    void shouldNotMindAClusterThatNeverRan() throws IOException {
        // Given
        Postmaster postmaster = new Postmaster(cluster);

        // When
        postmaster.tidy();

        // Then
        assertThat(postmaster.running("postgres")).isEmpty();
        assertThat(cluster).isEmptyDirectory();
    }
}

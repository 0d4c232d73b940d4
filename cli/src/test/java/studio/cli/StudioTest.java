package studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StudioTest {

    @TempDir
    private Path directory;

    private final StringWriter output = new StringWriter();

    @Test
    void shouldTellThatNothingRuns() {
        // When
        int exitCode = run("status", "--data", directory.toString(), "-o", "json");

        // Then
        assertThat(exitCode).isEqualTo(Studio.NOT_RUNNING);
        assertThat(output.toString())
                .startsWith("[\n  {\"name\": \"kafka\", \"state\": \"stopped\"},\n")
                .contains("{\"name\": \"postgres\", \"state\": \"stopped\"}")
                .endsWith("]\n");
    }

    @Test
    void shouldDeleteNothingUnlessToldTo() throws Exception {
        // Given
        Path kept = Files.createDirectories(directory.resolve("data/kafka"));
        InputStream input = System.in;
        System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));

        try {
            // When
            int exitCode = run("reset", "--data", directory.toString());

            // Then
            assertThat(exitCode).isEqualTo(CommandLine.ExitCode.SOFTWARE);
            assertThat(output.toString()).contains("Nothing was deleted");
            assertThat(kept).exists();
        } finally {
            System.setIn(input);
        }
    }

    @Test
    void shouldDeleteWhatIsKeptWhenToldTo() throws Exception {
        // Given
        Path kept = Files.createDirectories(directory.resolve("data/kafka"));

        // When
        int exitCode = run("reset", "--yes", "--data", directory.toString());

        // Then
        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.OK);
        assertThat(kept).doesNotExist();
    }

    @Test
    void shouldRejectAnUnknownOption() {
        // When
        int exitCode = run("up", "--prot", "8080");

        // Then
        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("Unknown option");
    }

    @Test
    void shouldSayInOneLineWhatAPersonCanDoAbout() throws Exception {
        // Given a file where a directory should be
        Path file = Files.writeString(directory.resolve("file"), "");

        // When
        int exitCode = run("down", "--data", file.toString());

        // Then
        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(output.toString()).startsWith("studio: ").hasLineCount(1);
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(output);
        return Studio.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}

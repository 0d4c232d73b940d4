package studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code studio} in a project of one module, with a JDK and a Maven that only tell what they were asked for. */
class ScriptTest {

    @TempDir
    private Path directory;

    /** What Maven would make. */
    private static final String MADE = "for file in cli/target/studio-cli.jar agents/target/studio-agent.jar"
            + " samples/target/samples.tar.gz; do mkdir -p ${file%/*}; touch $file; done";

    private Path project;
    private Path source;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectory(directory.resolve("a project"));
        Files.copy(Path.of("../studio"), project.resolve("studio"));
        executable(project.resolve("studio"), Files.readString(project.resolve("studio")));
        source = Files.createDirectories(project.resolve("cli/src/main")).resolve("Source.java");
        Files.writeString(source, "");
        Files.writeString(project.resolve("pom.xml"), "");
        Files.writeString(project.resolve("cli/pom.xml"), "");
        executable(directory.resolve("jdk/bin/javac"), "");
        executable(directory.resolve("jdk/bin/java"), "printf '<%s>' \"$@\"");
        Files.writeString(directory.resolve("jdk/release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"25.0.1\"\n");
        executable(directory.resolve("maven/bin/mvn"), "echo \"maven $*\"; echo \"with $JAVA_HOME\"; " + MADE);
    }

    @Test
    void shouldBuildOnceAndAgainWhenASourceIsNewer() throws Exception {
        // Given
        String first = studio("up");
        String second = studio("up");

        // When
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        String third = studio("up");

        // Then
        assertThat(first)
                .contains(
                        "maven -q -Dquick",
                        "-pl cli,agents,samples -am package",
                        "with " + directory.resolve("jdk"),
                        "<up>");
        assertThat(second).doesNotContain("maven").contains("<up>");
        assertThat(third).contains("maven -q", "<up>");
    }

    @Test
    void shouldNotDisturbABuildToTellWhatRuns() throws Exception {
        // Given
        studio("build");

        // When
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        String status = studio("status");

        // Then
        assertThat(status).doesNotContain("maven").contains("<status>");
    }

    @Test
    void shouldBuildAgainWhenABuildFailed() throws Exception {
        // Given
        executable(directory.resolve("maven/bin/mvn"), "exit 1");
        String failed = studio("up");

        // When
        executable(directory.resolve("maven/bin/mvn"), MADE);
        String built = studio("up");

        // Then
        assertThat(failed).contains("studio: the build failed").doesNotContain("<up>");
        assertThat(built).contains("<up>");
    }

    @Test
    void shouldPassArgumentsAsTheyAreFromAnywhere() throws Exception {
        // Given
        studio("build");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a project/studio"));

        // When
        String output = run(link, "status", "--data", "a b", "");

        // Then
        assertThat(output)
                .contains("<-Dstudio.root=" + project.toRealPath() + ">")
                .endsWith("<status><--data><a b><>");
    }

    @Test
    void shouldGiveMavenTheOptionsOfATest() throws Exception {
        // When
        String output = studio("test", "-pl", "domain");

        // Then
        assertThat(output).contains("maven -B -ntp -T 2 verify -pl domain").doesNotContain("<test>");
    }

    private String studio(String... arguments) throws Exception {
        return run(project.resolve("studio"), arguments);
    }

    private String run(Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().put("MAVEN_HOME", directory.resolve("maven").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script.startsWith("#!") ? script : "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

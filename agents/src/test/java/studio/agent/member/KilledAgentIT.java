package studio.agent.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestArchives;
import studio.domain.library.Artifacts;

class KilledAgentIT {

    @TempDir
    Path directory;

    @Test
    void shouldLeaveEverythingRunningAndFindItAgain() throws Exception {
        try (TestArchives archives = new TestArchives()) {
            Artifacts.Archive archive = archives.script("web", "exec sleep 600", List.of());
            Process first = agent(archive);
            String before = says(first);
            List<ProcessHandle> running = running(before);
            try {
                first.destroyForcibly().waitFor();
                assertThat(running).hasSize(2).allMatch(ProcessHandle::isAlive);

                Process second = agent(archive);
                assertThat(says(second)).isEqualTo(before);
                second.destroyForcibly().waitFor();
            } finally {
                running.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    private Process agent(Artifacts.Archive archive) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstudio.router=" + System.getProperty("studio.router", "standin"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyAgent.class.getName(),
                        directory.toString(),
                        archive.url().value(),
                        archive.sha256().hex())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What an agent says, once its process runs. */
    private static String says(Process agent) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.UTF_8));
        return String.valueOf(lines.readLine());
    }

    private static List<ProcessHandle> running(String said) {
        return Stream.of(said.split(" ", -1))
                .filter(word -> word.matches("[0-9]+"))
                .map(Long::valueOf)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }
}

package studio.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestRouter;

/** With a shell as the router: it runs what the boot file says. */
class RouterProcessTest {

    private static final String STAY = "echo up; exec sleep 60";

    @TempDir
    Path directory;

    private final AtomicInteger crashes = new AtomicInteger();

    @Test
    void shouldStartAgainWhatEndsByItself() throws IOException {
        try (RouterProcess process = process(STAY)) {
            process.start();
            ProcessHandle first = process.running().orElseThrow();
            first.destroyForcibly();

            assertThat(TestRouter.eventually(() -> process.running()
                            .filter(running -> running.pid() != first.pid())
                            .isPresent()))
                    .isTrue();
            assertThat(TestRouter.eventually(() -> process.log().tail().equals(List.of("up", "up"))))
                    .isTrue();
        }
    }

    @Test
    void shouldSayWhenItEndsAgainAndAgain() throws IOException {
        try (RouterProcess process = process("echo broken; exit 1")) {
            process.start();

            assertThat(TestRouter.eventually(() -> crashes.get() > 0)).isTrue();
            assertThat(process.log().tail()).contains("broken");
        }
    }

    @Test
    void shouldFindTheRouterOfAnEarlierAgent() throws IOException {
        RouterProcess earlier = process(STAY);
        earlier.start();
        long pid = earlier.running().orElseThrow().pid();
        earlier.abandon();

        try (RouterProcess later = process(STAY)) {
            later.start();

            assertThat(later.running().orElseThrow().pid()).isEqualTo(pid);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldEndWithoutAWord() throws IOException {
        RouterProcess process = process(STAY);
        process.start();
        ProcessHandle running = process.running().orElseThrow();

        process.close();

        assertThat(running.isAlive()).isFalse();
        assertThat(process.running()).isEmpty();
    }

    @Test
    void shouldFindTheProgramOnTheSearchPath() throws IOException {
        Path program = Files.createFile(directory.resolve("skrouterd"));
        assertThat(RouterCommand.find("/nowhere:" + directory)).isEmpty();

        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(RouterCommand.find("/nowhere:" + directory))
                .isEqualTo(Optional.of(new RouterCommand(List.of(program.toString(), "-c"))));
    }

    private RouterProcess process(String script) throws IOException {
        Path bootFile = Files.writeString(directory.resolve("router.json"), script);
        return new RouterProcess(new RouterProcess.Start(
                new RouterCommand(List.of("/bin/sh")),
                bootFile,
                Map.of("PATH", "/usr/bin:/bin"),
                directory,
                crashes::incrementAndGet));
    }
}

package studio.agent.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestArchives;
import studio.agent.TestNetwork;
import studio.agent.TestRouter;
import studio.agent.platform.Loopback;
import studio.agent.platform.Observed;
import studio.agent.platform.Workload;
import studio.agent.process.Backoff;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.library.Artifacts;
import studio.domain.network.Group;
import studio.domain.network.Label;
import studio.domain.network.Ref;

class LinuxHostTest {

    private static final Uid SITE = new Uid(new UUID(1, 1));
    private static final Ref WEB = new Ref(Name.of("web"), new Uid(new UUID(1, 2)));
    private static final String STAY = "exec sleep 60";
    private static final LinuxLimits LIMITS = new LinuxLimits(
            100_000, 100_000, 20, Duration.ofSeconds(5), new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)));

    @TempDir
    Path directory;

    private TestArchives archives;
    private LinuxHost host;

    @BeforeEach
    void start() throws IOException {
        archives = new TestArchives();
        host = open();
    }

    private LinuxHost open() throws IOException {
        return LinuxHost.open(new Ref(Name.of("paris"), SITE), directory.resolve("processes"), "/usr/bin:/bin", LIMITS);
    }

    @AfterEach
    void stop() {
        host.remove(WEB.name());
        host.close();
        archives.close();
    }

    private static Workload workload(Artifacts.Archive archive, int replicas) {
        Group.OfProcess group = new Group.OfProcess(
                WEB.name(),
                TestNetwork.image("web", "1", archive, List.of("acme/web"), List.of()),
                replicas,
                List.of(),
                java.util.Set.of());
        return new Workload(WEB, group.digest(), group, List.of(new Label("COLOUR", "blue")));
    }

    private Observed await(Predicate<Observed> condition) {
        assertThat(TestRouter.eventually(() -> host.observe().stream().anyMatch(condition)))
                .as("%s", host.observe())
                .isTrue();
        return host.observe().getFirst();
    }

    private Observed awaitRunning() {
        return await(observed -> observed.state() == Observed.State.RUNNING);
    }

    private void awaitFailed(String reason) {
        Observed observed = await(each -> each.reason().isPresent());
        assertThat(observed.state()).isEqualTo(Observed.State.FAILED);
        assertThat(observed.reason().orElseThrow()).contains(reason);
        assertThat(observed.instances()).isEmpty();
    }

    private boolean prints(String line) {
        return TestRouter.eventually(() -> host.log(WEB.name(), 100).contains(line));
    }

    @Test
    void shouldRunAProgramOfAnArchiveWithItsEnvironment() throws IOException {
        host.apply(workload(archives.script("web", "echo $COLOUR $STUDIO_HOST; " + STAY, List.of()), 1));

        assertThat(awaitRunning().instances())
                .singleElement()
                .satisfies(instance -> assertThat(instance.host()).isEqualTo(Loopback.of(SITE, WEB.uid(), 0)));
        assertThat(prints("blue " + Loopback.of(SITE, WEB.uid(), 0))).isTrue();
    }

    @Test
    void shouldGiveEachInstanceAnAddressOfItsOwn() throws IOException {
        host.apply(workload(archives.script("web", STAY, List.of()), 3));

        assertThat(awaitRunning().instances())
                .extracting(Observed.Instance::host)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void shouldStartAgainWhatEndsAndSayHowItEnded() throws IOException {
        host.apply(workload(archives.script("web", "echo no room; exit 3", List.of()), 1));

        Observed observed = await(each -> each.instances().stream().anyMatch(instance -> instance.restarts() > 1)
                && each.state() == Observed.State.FAILED);

        assertThat(observed.reason().orElse("")).contains("exit code 3", "no room");
    }

    @Test
    void shouldFindItsProcessesAgain() throws IOException {
        Workload workload = workload(archives.script("web", STAY, List.of()), 1);
        host.apply(workload);
        long pid = awaitRunning().instances().getFirst().pid().orElseThrow();
        host.close();
        host = open();
        assertThat(host.observe()).extracting(Observed::endpoint).containsExactly(WEB);

        host.apply(workload);

        assertThat(awaitRunning().instances().getFirst().pid()).contains(pid);
    }

    @Test
    void shouldStopWhatAnEarlierAgentStarted() throws IOException {
        host.apply(workload(archives.script("web", STAY, List.of()), 1));
        long pid = awaitRunning().instances().getFirst().pid().orElseThrow();
        host.close();
        host = open();

        assertThat(host.remove(WEB.name())).isEmpty();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(directory.resolve("processes/web")).doesNotExist();
        assertThat(host.observe()).isEmpty();
    }

    @Test
    void shouldKeepTheOldOneWhileTheNewOneCantBeFetched() throws IOException {
        host.apply(workload(archives.script("web", STAY, List.of()), 1));
        long pid = awaitRunning().instances().getFirst().pid().orElseThrow();

        host.apply(workload(TestNetwork.NOWHERE, 1));

        Observed observed = await(each -> each.state() == Observed.State.FAILED);
        assertThat(observed.reason().orElseThrow()).contains("could not be fetched");
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();
    }

    @Test
    void shouldRunNothingThatIsNotWhatItShouldBe() throws IOException {
        Artifacts.Archive archive = archives.script("web", STAY, List.of());

        host.apply(workload(new Artifacts.Archive(archive.url(), new Digest("cd".repeat(32)), archive.command()), 1));

        awaitFailed("the archive is another one");
    }

    @Test
    void shouldSayThatThereIsNoSuchProgram() throws IOException {
        Artifacts.Archive archive = archives.script("web", STAY, List.of());

        host.apply(workload(new Artifacts.Archive(archive.url(), archive.sha256(), List.of("bin/other")), 1));

        awaitFailed("the archive has no program 'bin/other'");
    }

    @Test
    void shouldUnpackNothingOutsideOfItsDirectory() throws IOException {
        byte[] bytes = TestArchives.tgz(Map.of("../../outside", "x".getBytes(StandardCharsets.UTF_8)));

        host.apply(workload(archives.serve("web", bytes, List.of("bin/run")), 1));

        awaitFailed("leads out of it");
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    @Test
    void shouldFetchNoMoreThanItsLimit() {
        byte[] bytes = new byte[200_000];
        new java.util.Random(1).nextBytes(bytes);

        host.apply(workload(archives.serve("web", bytes, List.of("bin/run")), 1));

        awaitFailed("more than 100000 bytes");
    }

    @Test
    void shouldUnpackNoMoreThanItsLimit() throws IOException {
        byte[] bytes = TestArchives.tgz(Map.of("zeros", new byte[200_000]));

        host.apply(workload(archives.serve("web", bytes, List.of("bin/run")), 1));

        awaitFailed("more than 100000 bytes in it");
    }

    @Test
    void shouldStopAndKeepItsData() throws IOException {
        Workload workload = workload(archives.script("web", "echo kept > $STUDIO_DATA/file; " + STAY, List.of()), 1);
        host.apply(workload);
        awaitRunning();
        Path kept = directory.resolve("processes/web/data-0/file");
        assertThat(TestRouter.eventually(() -> kept.toFile().exists())).isTrue();

        host.stop(WEB.name());

        await(each -> each.state() == Observed.State.STOPPED);
        assertThat(kept).exists();
        host.apply(workload);
        awaitRunning();
    }
}

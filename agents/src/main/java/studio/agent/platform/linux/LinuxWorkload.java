package studio.agent.platform.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.file.AtomicFiles;
import studio.agent.file.Trees;
import studio.agent.platform.Observed;
import studio.agent.platform.Workload;
import studio.agent.process.ProcessLog;
import studio.agent.process.Supervised;
import studio.domain.library.Artifacts.Archive;
import studio.domain.library.Resources;
import studio.domain.network.Ref;

/** One workload in one directory. What runs goes on until what replaces it is ready to. */
final class LinuxWorkload {

    private static final Logger LOGGER = LoggerFactory.getLogger(LinuxWorkload.class);

    private final Ref endpoint;
    private final Path directory;
    private final LinuxHost.Surroundings host;
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore changed = new Semaphore(0);
    private final RandomGenerator random = RandomGenerator.getDefault();

    private Optional<Workload> wanted = Optional.empty();
    private Optional<Running> running;
    private List<Supervised> instances = List.of();
    private Optional<String> failure = Optional.empty();
    private volatile Optional<String> remark = Optional.empty();
    private long generation;

    /** What an earlier agent started may still run. */
    private boolean stopped;

    private LinuxWorkload(Ref endpoint, Path directory, LinuxHost.Surroundings host, Optional<Running> running) {
        this.endpoint = endpoint;
        this.directory = directory;
        this.host = host;
        this.running = running;
    }

    /** One of which nothing is there yet, or what an earlier agent left. */
    static LinuxWorkload open(Ref endpoint, Path directory, LinuxHost.Surroundings host) throws IOException {
        return new LinuxWorkload(endpoint, directory, host, Running.read(record(directory)));
    }

    private static Path record(Path directory) {
        return directory.resolve("workload.json");
    }

    Ref endpoint() {
        return endpoint;
    }

    void apply(Workload workload) {
        lock.lock();
        try {
            if (wanted.equals(Optional.of(workload))) {
                return;
            }
            wanted = Optional.of(workload);
            stopped = false;
            failure = Optional.empty();
            generation++;
            changed.release();
            long mine = generation;
            Thread.ofVirtual().name("workload-" + endpoint.name()).start(() -> bring(workload, mine));
        } finally {
            lock.unlock();
        }
    }

    /** Tries until it runs, or something else is wanted. */
    private void bring(Workload workload, long mine) {
        int failures = 0;
        while (isCurrent(mine)) {
            try {
                Archive archive = archive(workload);
                Path content = host.archives().ready(archive);
                start(workload, archive, content, mine);
                host.changed().run();
                return;
            } catch (IOException | RuntimeException e) {
                failures++;
                fail(mine, e);
                host.changed().run();
                pause(failures);
            }
        }
    }

    private static Archive archive(Workload workload) throws IOException {
        return workload.group()
                .image()
                .content()
                .artifacts()
                .linux()
                .orElseThrow(() -> new IOException(workload.image() + " has nothing for a Linux host"));
    }

    private boolean isCurrent(long mine) {
        lock.lock();
        try {
            return mine == generation;
        } finally {
            lock.unlock();
        }
    }

    private void fail(long mine, Exception e) {
        LOGGER.atWarn().setCause(e).addKeyValue("endpoint", endpoint.name()).log("A workload can't be started");
        lock.lock();
        try {
            if (mine == generation) {
                failure = Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(int failures) {
        try {
            changed.drainPermits();
            long millis = host.limits().backoff().after(failures, random).toMillis();
            if (changed.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                changed.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Workload workload, Archive archive, Path content, long mine) throws IOException {
        lock.lock();
        try {
            if (mine != generation) {
                return;
            }
            List<String> hosts = host.hosts(workload);
            Map<String, String> env = host.environment(workload);
            String program = Running.program(archive.sha256().hex(), archive.command(), env, hosts);
            boolean same =
                    running.filter(earlier -> earlier.program().equals(program)).isPresent();
            if (!same) {
                stopAll();
            }
            AtomicFiles.directory(directory);
            running = Optional.of(
                    new Running(endpoint, workload.digest(), archive.sha256().hex(), program, hosts));
            running.get().write(record(directory));
            if (!same || instances.isEmpty()) {
                startAll(workload, Program.words(archive, content, host.path()), content, hosts, env);
            }
            failure = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void startAll(
            Workload workload, List<String> words, Path content, List<String> hosts, Map<String, String> env)
            throws IOException {
        List<Supervised> started = new ArrayList<>();
        instances = started;
        for (int i = 0; i < hosts.size(); i++) {
            String name = "instance-" + i;
            Path data = AtomicFiles.directory(directory.resolve("data-" + i));
            Map<String, String> all = new HashMap<>(env);
            all.put("STUDIO_HOST", hosts.get(i));
            all.put("STUDIO_DATA", data.toAbsolutePath().toString());
            all.putIfAbsent("HOME", data.toAbsolutePath().toString());
            Supervised instance = new Supervised(new Supervised.Start(
                    words,
                    all,
                    name,
                    directory,
                    Optional.of(content),
                    host.limits().backoff(),
                    watcher(workload, i)));
            started.add(instance);
            instance.start();
        }
    }

    private Supervised.Watcher watcher(Workload workload, int number) {
        Resources resources = workload.group().image().content().resources();
        return new Supervised.Watcher() {
            @Override
            public void running(ProcessHandle process) {
                remark = host.limit(endpoint.name() + "-" + number, process.pid(), resources);
                host.changed().run();
            }

            @Override
            public void ended(int failures) {
                host.changed().run();
            }
        };
    }

    /** Stops what runs, whoever started it. */
    private void stopAll() throws IOException {
        List<Supervised> stopping =
                instances.isEmpty() ? Leftover.of(directory, host.limits().backoff()) : instances;
        for (Supervised instance : stopping) {
            instance.close();
        }
        instances = List.of();
        running = Optional.empty();
    }

    void stop() {
        lock.lock();
        try {
            if (wanted.isPresent() || !instances.isEmpty() || !stopped) {
                wanted = Optional.empty();
                generation++;
                changed.release();
                stopAll();
                stopped = true;
                host.changed().run();
            }
        } catch (IOException e) {
            failure = Optional.of("can't be stopped: " + e);
        } finally {
            lock.unlock();
        }
    }

    List<String> remove() {
        lock.lock();
        try {
            wanted = Optional.empty();
            generation++;
            changed.release();
            int number = running.map(known -> known.hosts().size()).orElse(0);
            stopAll();
            for (int i = 0; i < number; i++) {
                host.unlimit(endpoint.name() + "-" + i);
            }
            return Trees.delete(directory);
        } catch (IOException e) {
            return List.of(directory + ": " + e);
        } finally {
            lock.unlock();
        }
    }

    void abandon() {
        lock.lock();
        try {
            generation++;
            changed.release();
            instances.forEach(Supervised::abandon);
        } finally {
            lock.unlock();
        }
    }

    Optional<String> archiveInUse() {
        lock.lock();
        try {
            return running.map(Running::archive)
                    .or(() -> wanted.flatMap(any ->
                                    any.group().image().content().artifacts().linux())
                            .map(archive -> archive.sha256().hex()));
        } finally {
            lock.unlock();
        }
    }

    Observed observe() {
        lock.lock();
        try {
            List<Observed.Instance> seen = new ArrayList<>();
            List<String> hosts = running.map(Running::hosts).orElse(List.of());
            for (int i = 0; i < instances.size(); i++) {
                Supervised instance = instances.get(i);
                seen.add(new Observed.Instance(
                        hosts.get(i),
                        instance.running().map(ProcessHandle::pid),
                        instance.since(),
                        instance.restarts()));
            }
            String digest = running.map(Running::digest)
                    .or(() -> wanted.map(Workload::digest))
                    .orElse("");
            Optional<String> down = instances.stream()
                    .filter(instance -> instance.running().isEmpty())
                    .findFirst()
                    .map(instance -> instance.failure().orElse("is being started"));
            return new Observed(
                    endpoint, digest, state(down), failure.or(() -> down).or(() -> remark), seen);
        } finally {
            lock.unlock();
        }
    }

    private Observed.State state(Optional<String> down) {
        if (wanted.isEmpty()) {
            return Observed.State.STOPPED;
        }
        if (failure.isPresent() || down.isPresent()) {
            return Observed.State.FAILED;
        }
        return instances.isEmpty() ? Observed.State.APPLYING : Observed.State.RUNNING;
    }

    List<String> log(int lines) {
        lock.lock();
        try {
            List<ProcessLog> logs = instances.stream().map(Supervised::log).toList();
            return logs.size() == 1
                    ? logs.getFirst().tail(lines)
                    : logs.stream()
                            .flatMap(log -> Stream.concat(
                                    Stream.of("== " + log.file().getFileName()), log.tail(lines).stream()))
                            .toList();
        } finally {
            lock.unlock();
        }
    }

    void trimLogs() {
        lock.lock();
        try {
            for (Supervised instance : instances) {
                instance.log().trim();
            }
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).addKeyValue("endpoint", endpoint.name()).log("A log can't be shortened");
        } finally {
            lock.unlock();
        }
    }
}

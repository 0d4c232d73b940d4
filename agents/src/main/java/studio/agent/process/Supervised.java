package studio.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a process running until it is stopped. It outlives its keeper, and the next one finds it by its number and start. */
public final class Supervised implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Supervised.class);
    private static final Duration STABLE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Start start;
    private final PidFile pidFile;
    private final ProcessLog log;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Nothing is started while it is stopped. */
    private final ReentrantLock launching = new ReentrantLock();

    private volatile Optional<ProcessHandle> process = Optional.empty();
    private volatile Optional<Process> child = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private final AtomicInteger restarts = new AtomicInteger();

    /**
     * How a process is started.
     *
     * @param words       the program and its arguments
     * @param environment what it gets of an environment; nothing else
     * @param name        what its log and the file with its number are called
     * @param directory   where these are
     * @param work        where the process runs; where the keeper does if absent
     * @param backoff     how long to wait before it is started again
     * @param watcher     hears of it
     */
    public record Start(
            List<String> words,
            Map<String, String> environment,
            String name,
            Path directory,
            Optional<Path> work,
            Backoff backoff,
            Watcher watcher) {

        /** Keeps its own copies. */
        public Start {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }

    /** Who hears what becomes of a process. */
    public interface Watcher {

        /** It runs: a new one, or one that was found. */
        default void running(ProcessHandle process) {}

        /** It ended by itself, that often in a row; it is tried again when this returns. */
        default void ended(int failures) {}
    }

    /** A process that is not started yet. */
    public Supervised(Start start) {
        this.start = start;
        this.pidFile = new PidFile(start.directory().resolve(start.name() + ".pid"));
        this.log = new ProcessLog(start.directory().resolve(start.name() + ".log"));
    }

    /** Starts it, or finds the one that runs already, and keeps it running from now on. */
    public void start() throws IOException {
        Optional<ProcessHandle> running = pidFile.read();
        process = Optional.of(running.isPresent() ? running.get() : launch());
        process.ifPresent(start.watcher()::running);
        Thread.ofVirtual().name("keeper-of-" + start.name()).start(this::keep);
    }

    /** Finds the one that runs already, to be stopped and not to be kept. */
    public void adopt() throws IOException {
        process = pidFile.read();
    }

    private ProcessHandle launch() throws IOException {
        log.trim();
        ProcessBuilder builder = new ProcessBuilder(start.words());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(start.environment());
        start.work().ifPresent(work -> builder.directory(work.toFile()));
        Process launched = builder.start();
        launched.getOutputStream().close();
        pidFile.write(launched.toHandle());
        child = Optional.of(launched);
        return launched.toHandle();
    }

    private void keep() {
        int failures = 0;
        while (true) {
            long began = System.nanoTime();
            running().ifPresent(running -> running.onExit().join());
            if (isStopping(Duration.ZERO)) {
                return;
            }
            failures = System.nanoTime() - began > STABLE.toNanos() ? 1 : failures + 1;
            failure = Optional.of(words());
            Duration pause = start.backoff().after(failures, random);
            LOGGER.atWarn()
                    .addKeyValue("process", start.name())
                    .addKeyValue("pause", pause)
                    .addKeyValue("log", log.tail())
                    .log("A process ended by itself and is started again");
            tell(failures);
            if (isStopping(pause)) {
                return;
            }
            relaunch();
        }
    }

    /** Whoever hears of it can't keep it from being started again. */
    private void tell(int failures) {
        try {
            start.watcher().ended(failures);
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).addKeyValue("process", start.name()).log("What follows an end failed");
        }
    }

    /** Why it does not run; how a process ended that an earlier keeper started, nobody can tell. */
    private String words() {
        String end = child.filter(ended -> !ended.isAlive())
                .map(ended -> "ended with exit code " + ended.exitValue())
                .orElse("ended");
        String last = log.tail(1).stream().findFirst().map(line -> ": " + line).orElse("");
        return end + last;
    }

    private void relaunch() {
        launching.lock();
        try {
            if (isStopping(Duration.ZERO)) {
                return;
            }
            restarts.incrementAndGet();
            ProcessHandle launched = launch();
            process = Optional.of(launched);
            start.watcher().running(launched);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of("can't be started: " + e.getMessage());
            LOGGER.atError().setCause(e).addKeyValue("process", start.name()).log("A process can't be started");
        } finally {
            launching.unlock();
        }
    }

    private boolean isStopping(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        return process.filter(ProcessHandle::isAlive);
    }

    /** Since when it runs, if it does. */
    public Optional<Instant> since() {
        return running().flatMap(running -> running.info().startInstant());
    }

    /** How it ended last, if it ever did in this keeper's life. */
    public Optional<String> failure() {
        return failure;
    }

    /** How often it was started again in this keeper's life. */
    public int restarts() {
        return restarts.get();
    }

    /** What it prints. */
    public ProcessLog log() {
        return log;
    }

    /** Leaves it running without a keeper: another one finds it. */
    public void abandon() {
        stopping.countDown();
    }

    /** Ends it with all that it started: it is asked, and killed if it takes too long. */
    @Override
    public void close() throws IOException {
        stopping.countDown();
        launching.lock();
        try {
            Optional<ProcessHandle> running = running();
            if (running.isPresent()) {
                List<ProcessHandle> descendants = running.get().descendants().toList();
                running.get().destroy();
                await(running.get());
                descendants.forEach(ProcessHandle::destroyForcibly);
            }
            pidFile.delete();
        } finally {
            launching.unlock();
        }
    }

    private static void await(ProcessHandle ending) {
        try {
            ending.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            ending.destroyForcibly();
            ending.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

package studio.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a router running until it is stopped. */
public final class RouterProcess implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RouterProcess.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int TOO_OFTEN = 3;

    private final Start start;
    private final PidFile pidFile;
    private final RouterLog log;
    private volatile Optional<ProcessHandle> process = Optional.empty();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Nothing is started while it is stopped. */
    private final ReentrantLock launching = new ReentrantLock();

    /**
     * How a router is started.
     *
     * @param command     the program
     * @param bootFile    what it is booted with
     * @param environment what it gets of an environment; nothing else
     * @param directory   where its log and its number are
     * @param crashing    what to do before it is tried again when it ended at once several times
     */
    public record Start(
            RouterCommand command, Path bootFile, Map<String, String> environment, Path directory, Runnable crashing) {}

    /** A router that is not started yet. */
    public RouterProcess(Start start) {
        this.start = start;
        this.pidFile = new PidFile(start.directory().resolve("router.pid"));
        this.log = new RouterLog(start.directory().resolve("router.log"));
    }

    /** Starts it, or finds the one that runs already, and keeps it running from now on. */
    public void start() throws IOException {
        process = Optional.of(findOrLaunch());
        Thread.ofVirtual().name("router-process").start(this::keep);
    }

    private ProcessHandle findOrLaunch() throws IOException {
        Optional<ProcessHandle> running = pidFile.read();
        return running.isPresent() ? running.get() : launch();
    }

    private ProcessHandle launch() throws IOException {
        log.trim();
        ProcessBuilder builder = new ProcessBuilder(start.command().with(start.bootFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(start.environment());
        Process launched = builder.start();
        launched.getOutputStream().close();
        pidFile.write(launched.toHandle());
        return launched.toHandle();
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        int crashes = 0;
        while (true) {
            long began = System.nanoTime();
            process.ifPresent(running -> running.onExit().join());
            if (isStopping(Duration.ZERO)) {
                return;
            }
            boolean stable = System.nanoTime() - began > STABLE.toNanos();
            crashes = stable ? 1 : crashes + 1;
            pause = stable ? FIRST_PAUSE : pause;
            LOGGER.atWarn()
                    .addKeyValue("pause", pause)
                    .addKeyValue("log", log.tail())
                    .log("The router ended by itself and is started again");
            if (isStopping(pause)) {
                return;
            }
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            relaunch(crashes % TOO_OFTEN == 0);
        }
    }

    private void relaunch(boolean crashing) {
        launching.lock();
        try {
            if (isStopping(Duration.ZERO)) {
                return;
            }
            if (crashing) {
                start.crashing().run();
            }
            process = Optional.of(launch());
        } catch (IOException | RuntimeException e) {
            LOGGER.atError().setCause(e).log("The router can't be started");
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

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        return process.filter(ProcessHandle::isAlive);
    }

    /** What it prints. */
    public RouterLog log() {
        return log;
    }

    /** Leaves it running without a keeper: another agent finds it. */
    public void abandon() {
        stopping.countDown();
    }

    /** Ends it: it is asked, and killed if it takes too long. */
    @Override
    public void close() throws IOException {
        stopping.countDown();
        launching.lock();
        try {
            Optional<ProcessHandle> running = running();
            if (running.isPresent()) {
                running.get().destroy();
                await(running.get());
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

package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.embedded.NodeStatus.State;

/**
 * One process of an installation: started apart from us, and found again by anyone who knows the directory. Whether it runs
 * is asked of the operating system each time, so nothing can be out of date.
 */
public abstract class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOG_BYTES = 16_384;
    private static final int LOG_LINES = 15;

    private final String name;
    private final Map<String, Integer> preferredPorts;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Context context;

    /** A node that serves the port of its own name. */
    Node(String name, Map<String, Integer> preferredPorts, Context context) {
        this.name = name;
        this.preferredPorts = preferredPorts;
        this.context = context;
    }

    /** What to start on the ports that are {@linkplain #choosePorts chosen} by now, with its configuration written. */
    abstract Launch launch() throws IOException;

    /** Whether whoever listens on the port does this node's work; asked again until it does. */
    abstract boolean answers();

    /** Makes ready what the process finds when it starts. */
    void prepare() throws IOException {}

    /** Adds what the nodes that need this one find, each time it is brought up. */
    void complete() {}

    /** The nodes that have to be up before this one starts. */
    List<Node> needs() {
        return List.of();
    }

    /** Whether there is a program to start. */
    boolean isBuilt() {
        return true;
    }

    /** A process of this node that is not on record. */
    Optional<ProcessRecord> unrecorded() {
        return Optional.empty();
    }

    /** Asks the process to end by itself, soon. */
    void requestEnd(ProcessHandle process) {
        process.destroy();
    }

    /** What it is called, in commands and in the names of its files. */
    public final String name() {
        return name;
    }

    /** Starts this node, or adopts its process; returns when it answers. */
    public final void up(Duration timeout) {
        choosePorts();
        run(timeout);
    }

    /** Keeps the ports of a running process unless others were asked for; chooses the others. */
    final void choosePorts() {
        Map<String, Integer> current = running().map(ProcessRecord::ports).orElse(Map.of());
        preferredPorts.forEach(
                (port, preferred) -> ports.put(port, context.ports().choose(port, preferred, current)));
    }

    /** Like {@link #up}, on the ports chosen before. */
    final void run(Duration timeout) {
        try {
            Launch launch = launch();
            Optional<ProcessRecord> running = running();
            if (running.isPresent() && !running.get().isStartedAs(launch, ports)) {
                report("stops, because its program or settings changed");
                down(timeout);
                running = Optional.empty();
            }
            running.ifPresent(record -> report("runs already, pid " + record.pid()));
            ProcessRecord process = running.isPresent() ? running.get() : start(launch);
            awaitAnswer(process, timeout);
            complete();
        } catch (IOException e) {
            throw new NodeException(name + ": " + e, e);
        }
    }

    private ProcessRecord start(Launch launch) throws IOException {
        prepare();
        report("starts on port " + port());
        launch.start(
                context.home().log(name),
                process -> ProcessRecord.of(process, launch, ports).save(recordFile()));
        return ProcessRecord.load(recordFile()).orElseThrow();
    }

    private void awaitAnswer(ProcessRecord record, Duration timeout) {
        boolean decided = Await.until(() -> record.process().isEmpty() || isUp(record), timeout);
        if (record.process().isEmpty()) {
            throw new NodeException(name + " ended while it started" + logTail()
                    + "\n  Correct what it says; 'studio up' then goes on from here.");
        }
        if (!decided) {
            throw new NodeException(name + " (pid " + record.pid() + ") runs, but doesn't answer after "
                    + timeout.toSeconds() + " s" + logTail()
                    + "\n  If it is still busy, 'studio up' waits on; if it is stuck, 'studio down' ends it.");
        }
    }

    /** The cheapest question first, since they are asked many times. */
    private boolean isUp(ProcessRecord record) {
        return Ports.answers(port()) && answers() && record.isListening();
    }

    /** Ends the process, by force when {@code timeout} has passed; says whether there was one. */
    public final boolean down(Duration timeout) {
        Optional<ProcessHandle> running = running().flatMap(ProcessRecord::process);
        running.ifPresent(process -> end(process, timeout));
        try {
            Files.deleteIfExists(recordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running.isPresent();
    }

    private void end(ProcessHandle process, Duration timeout) {
        requestEnd(process);
        if (!Await.until(() -> !ProcessRecord.isAlive(process), timeout)) {
            report("didn't end within " + timeout.toSeconds() + " s and is killed");
            kill(process);
        }
    }

    /** Kills the process as a crash would, without a chance to tidy up. */
    public final void kill9() {
        running().flatMap(ProcessRecord::process).ifPresent(Node::kill);
    }

    /** Returns when the process is dead. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!Await.until(() -> !ProcessRecord.isAlive(process), PATIENCE)) {
            throw new NodeException("process " + process.pid() + " can't be killed");
        }
    }

    /** What is true of this node now. */
    public final NodeStatus status() {
        Optional<ProcessRecord> running = running();
        return new NodeStatus(
                name,
                running.map(record -> record.isListening() ? State.RUNNING : State.SILENT)
                        .orElseGet(this::stateWithoutProcess),
                running.flatMap(
                        record -> record.process().map(process -> NodeStatus.Running.of(process, record.port(name)))));
    }

    private State stateWithoutProcess() {
        if (Files.exists(recordFile())) {
            return State.CRASHED;
        }
        return isBuilt() ? State.STOPPED : State.NOT_BUILT;
    }

    /** The port it serves. */
    public final int port() {
        return port(name);
    }

    /** The port chosen for the next start, else the one that the running process has. */
    final int port(String port) {
        return Optional.ofNullable(ports.get(port))
                .or(() -> running().map(record -> record.port(port)))
                .orElseThrow(() -> new NodeException(name + " doesn't run"));
    }

    final Context context() {
        return context;
    }

    /** The directory of what it has to keep. */
    final Path data() {
        return context.home().data(name);
    }

    final void report(String message) {
        context.progress().accept(name, message);
    }

    final Optional<ProcessRecord> running() {
        return ProcessRecord.load(recordFile())
                .filter(record -> record.process().isPresent())
                .or(this::unrecorded);
    }

    /** Starts with its ports and patience of its own: what a test wants. */
    final void upForTest() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        up(PATIENCE);
    }

    @Override
    public void close() {
        down(PATIENCE);
    }

    private Path recordFile() {
        return context.home().process(name);
    }

    private String logTail() {
        Path log = context.home().log(name);
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer end = ByteBuffer.allocate(LOG_BYTES);
            channel.read(end, Math.max(0, channel.size() - LOG_BYTES));
            List<String> lines =
                    StandardCharsets.UTF_8.decode(end.flip()).toString().lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
            return ". The end of " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return ", and its log " + log + " can't be read: " + e;
        }
    }
}

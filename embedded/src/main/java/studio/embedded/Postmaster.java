package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main process of a PostgreSQL cluster, as its file {@code postmaster.pid} and the operating system tell it. It survives
 * whoever started it, and its children survive it while they are busy.
 *
 * @param cluster the cluster's directory
 */
record Postmaster(Path cluster) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** A pid that no process has. */
    private static final String NOBODY = "2147483646";

    /** The process with its port, if it runs. */
    Optional<ProcessRecord> running(String portName) {
        List<String> lines = lines();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return process(lines).map(process -> ProcessRecord.found(process, Map.of(portName, port)));
    }

    /** Makes it possible to start after a crash. To be called while the main process doesn't run. */
    void tidy() throws IOException {
        endChildren();
        disown();
    }

    /**
     * A child that is busy doesn't notice that its parent was killed, and holds the memory without which no new parent
     * starts. It can be killed, since all it did is in the log or undone. Found by its directory, which Linux tells;
     * elsewhere PostgreSQL's message in the log tells what to do.
     */
    private void endChildren() {
        ProcessHandle.allProcesses().filter(this::worksHere).forEach(Node::kill);
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            Path directory = Path.of("/proc/" + process.pid() + "/cwd");
            return isPostgres(process) && Files.isSameFile(directory, cluster);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * PostgreSQL refuses to start when the pid in its file belongs to any process, even one that ended and was not collected,
     * or got the pid after a restart of the machine. It must not lose the file, which leads it to memory still in use; so
     * only the pid is replaced.
     */
    private void disown() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        if (!lines.isEmpty() && process(lines).isEmpty()) {
            lines.set(PID_LINE, NOBODY);
            StudioHome.replace(file(), String.join("\n", lines) + "\n");
        }
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip())).filter(Postmaster::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.endsWith("/postgres"))
                .isPresent();
    }

    private List<String> lines() {
        try {
            return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}

package studio.agent.platform.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.domain.library.Resources;

/**
 * Limits by control groups, version 2, in a group below the agent's own: only where the system gave that group to the agent, and never
 * anywhere else. Where it did not, processes run without limits, and it is said.
 *
 * @param own the agent's own group
 */
record Cgroups(Path own) {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROS = 100_000;
    private static final int MILLIS = 1_000;
    private static final long MEBIBYTE = 1L << 20;

    /** The agent's own group, if there is one that it may divide. */
    static Optional<Cgroups> find() {
        try {
            return Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                    .filter(line -> line.startsWith("0::/"))
                    .map(line -> ROOT.resolve(line.substring("0::/".length())))
                    .map(Cgroups::new)
                    .filter(Cgroups::isOurs)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs() {
        Path controllers = own.resolve("cgroup.subtree_control");
        try {
            List<String> given =
                    Arrays.asList(Files.readString(controllers).strip().split(" ", -1));
            return Files.isWritable(own) && given.contains("memory") && given.contains("cpu");
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts a process into a group of that name with these limits. */
    void limit(String name, long pid, Resources resources) throws IOException {
        Path group = Files.createDirectories(own.resolve("studio-" + name));
        if (resources.memoryMebibytes().isPresent()) {
            write(group.resolve("memory.max"), resources.memoryMebibytes().get() * MEBIBYTE);
        }
        if (resources.cpuMillis().isPresent()) {
            long quota = (long) resources.cpuMillis().get() * PERIOD_MICROS / MILLIS;
            write(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        }
        write(group.resolve("cgroup.procs"), pid);
    }

    /** Removes a group that nobody is in any more. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(own.resolve("studio-" + name));
    }

    private static void write(Path file, Object value) throws IOException {
        Files.writeString(
                file, value.toString(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }
}

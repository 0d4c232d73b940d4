package studio.benchmarks.router;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What this process takes of the machine.
 *
 * @param residentKb memory that it holds
 * @param cpu        processor time so far
 * @param at         when, by the machine's own clock
 */
record OwnUse(long residentKb, Duration cpu, long at) {

    private static final double PERCENT = 100.0;
    private static final int KB = 1_024;

    static OwnUse now() throws IOException {
        long resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new OwnUse(resident, cpu, System.nanoTime());
    }

    String since(OwnUse before) {
        Duration used = cpu.minus(before.cpu);
        double share = PERCENT * used.toNanos() / Math.max(1, at - before.at);
        return "%d MB resident, %.2f %% of one core".formatted(residentKb / KB, share);
    }
}

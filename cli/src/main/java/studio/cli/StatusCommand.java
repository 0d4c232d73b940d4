package studio.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.embedded.Installation;
import studio.embedded.NodeStatus;
import studio.embedded.NodeStatus.Running;
import studio.embedded.NodeStatus.State;

@Command(
        name = "status",
        description = {
            "Tells what runs.",
            "",
            "A part is running; or silent: its process runs, but doesn't listen (yet); or crashed: its process ended by"
                    + " itself; or stopped; or not built.%n"
        })
final class StatusCommand implements Callable<Integer> {

    private static final long MEBIBYTE = 1024L * 1024;

    /** How the answer is written. */
    enum Output {
        TABLE,
        JSON
    }

    @Mixin
    private HomeOptions home;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private Output output;

    @Override
    public Integer call() {
        List<NodeStatus> nodes = home.installation(Installation.Options.NONE, (node, message) -> {})
                .status();
        Instant now = Instant.now();
        PrintWriter out = home.out();
        switch (output) {
            case TABLE -> {
                out.println(row("NAME", "STATE", "PID", "PORT", "UPTIME", "RSS MB"));
                nodes.forEach(node -> out.println(row(node, now)));
            }
            case JSON ->
                out.println(nodes.stream()
                        .map(node -> json(node, now))
                        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]")));
        }
        boolean complete =
                nodes.stream().allMatch(node -> node.state() == State.RUNNING || node.state() == State.NOT_BUILT);
        return complete ? ExitCode.OK : Studio.NOT_RUNNING;
    }

    private static String row(NodeStatus node, Instant now) {
        return node.process()
                .map(process -> row(
                        node.name(),
                        word(node.state()),
                        process.pid(),
                        process.port(),
                        words(process.uptime(now)),
                        megabytes(process)))
                .orElseGet(() -> row(node.name(), word(node.state()), "-", "-", "-", "-"));
    }

    private static String row(Object... cells) {
        return "%-20s %-10s %7s %6s %10s %7s".formatted(cells);
    }

    /** Names and states need no escaping in JSON. */
    private static String json(NodeStatus node, Instant now) {
        String process = node.process()
                .map(running -> ", \"pid\": %d, \"port\": %d, \"uptimeSeconds\": %d, \"rssMegabytes\": %d"
                        .formatted(
                                running.pid(),
                                running.port(),
                                running.uptime(now).toSeconds(),
                                megabytes(running)))
                .orElse("");
        return "{\"name\": \"%s\", \"state\": \"%s\"%s}".formatted(node.name(), word(node.state()), process);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Duration uptime) {
        return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }

    private static long megabytes(Running process) {
        return process.residentBytes() / MEBIBYTE;
    }
}

package studio.agent.participant;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a process prints. */
@Command(
        name = "logs",
        description = "Show what a process of a member site printed last.",
        mixinStandardHelpOptions = true)
final class LogsCommand extends SiteCommand {

    @Parameters(paramLabel = "NAME", description = "The process.")
    private String name;

    @Option(
            names = "--tail",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int tail;

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        String path = URLEncoder.encode(name, StandardCharsets.UTF_8);
        out().print(site.text("components/" + path + "/logs?tail=" + tail));
    }
}

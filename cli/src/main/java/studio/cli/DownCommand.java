package studio.cli;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.embedded.Installation;

@Command(name = "down", description = "Ends everything, each part before those that it needs; what was kept stays.")
final class DownCommand implements Runnable {

    @Mixin
    private HomeOptions home;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "After how long a part that doesn't end is killed (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Override
    public void run() {
        home.installation(Installation.Options.NONE, home.progress()).down(Duration.ofSeconds(timeoutSeconds));
    }
}

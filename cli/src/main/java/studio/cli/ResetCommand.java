package studio.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.embedded.Installation;

@Command(name = "reset", description = "Ends everything, and deletes its data, logs, ports and secrets. Caches stay.")
final class ResetCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Mixin
    private HomeOptions home;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean sure;

    @Override
    public Integer call() {
        if (!sure && !confirmed()) {
            home.out().println("Nothing was deleted. With --yes it deletes without asking.");
            return ExitCode.SOFTWARE;
        }
        home.installation(Installation.Options.NONE, home.progress()).reset(TIMEOUT);
        home.out().println("Deleted all data in " + home.data() + ".");
        return ExitCode.OK;
    }

    /** Who can't answer, such as a script without an input, has not agreed. */
    private boolean confirmed() {
        home.out().printf("Delete everything that is kept in %s? (yes/no) ", home.data());
        home.out().flush();
        try {
            return "yes"
                    .equals(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

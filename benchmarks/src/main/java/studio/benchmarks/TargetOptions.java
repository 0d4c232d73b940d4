package studio.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import studio.benchmarks.http.Target;

/** Which Studio is measured. */
final class TargetOptions {

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The public origin (${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--command-url", description = "Where commands go; by default the public origin.")
    private Optional<URI> commandUrl = Optional.empty();

    @Option(names = "--user", defaultValue = "admin", description = "Who gives the commands (${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--password-file",
            defaultValue = "${sys:user.home}/.studio/data/command-service/admin-password",
            description = "The file with that user's password (${DEFAULT-VALUE}).")
    private Path passwordFile;

    Target target() {
        return new Target(url, commandUrl, user, passwordFile);
    }
}

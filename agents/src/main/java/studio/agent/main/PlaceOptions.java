package studio.agent.main;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.domain.kernel.DnsName;

/** Which site, and how its router is reached. */
final class PlaceOptions {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            required = true,
            description = "The site's directory: its keys, its router, its last good document.")
    private Path directory;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "The address on which the router listens; all of them at first, later what was said last.")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--public-host",
            paramLabel = "HOST",
            description =
                    "The name by which others reach the router. It is told to Studio, in place of what access points"
                            + " had before; for those without ports some are chosen.")
    private Optional<String> publicHost = Optional.empty();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "${env:PATH}",
            description = "Where the router and the programs of archives are looked for (default: the variable PATH).")
    private String path;

    @Option(
            names = "--keep-router",
            description = "Let the router run on when the agent ends; the next agent finds it.")
    private boolean keepRouter;

    @Option(
            names = "--detach",
            description = "Run in the background and end once it is there; the log is DIR/agent.log.")
    private boolean detach;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Path directory() {
        return directory.toAbsolutePath();
    }

    Optional<String> listen() {
        return listen;
    }

    Optional<String> publicHost() {
        publicHost.filter(host -> !DnsName.isValid(host)).ifPresent(host -> {
            throw new ParameterException(spec.commandLine(), "--public-host " + DnsName.RULE);
        });
        return publicHost;
    }

    String path() {
        return path;
    }

    boolean keepsRouter() {
        return keepRouter;
    }

    boolean isDetached() {
        return detach;
    }
}

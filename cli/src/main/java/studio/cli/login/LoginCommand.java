package studio.cli.login;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.cli.api.Context;
import studio.cli.api.Contexts;
import studio.cli.api.SignIn;
import studio.embedded.Distribution;
import studio.embedded.Installation;
import studio.embedded.StudioHome;

/** Signs in, and keeps an API token for later commands. */
@Command(
        name = "login",
        description = {
            "Signs in, and keeps an API token for later commands in a file that only you can read.",
            "",
            "Without --url and --user: as the first administrator of the installation on this machine.%n"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LoginCommand implements Runnable {

    private static final String ADMINISTRATOR = "admin";
    private static final int RANDOM = 6;
    private static final int HOST = 40;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Studio's public origin, as in https://studio.example.com.")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            description = "Your user name.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-stdin", description = "Read the password from standard input instead of asking.")
    private boolean isPiped;

    @Option(names = "--context", paramLabel = "NAME", description = "What to call it (default: user@host).")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long the token is good for (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.studio",
            description = "Where the installation on this machine is (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Override
    public void run() {
        Contexts contexts = Contexts.ofUser();
        URI origin = url.orElseGet(this::local);
        String username = user.orElse(ADMINISTRATOR);
        Context signedIn = new SignIn(origin, username).with(password(username), tokenName(), days);
        String name = context.orElse(username + "@" + origin.getAuthority());
        contexts.use(name, signedIn);
        PrintWriter out = command.commandLine().getOut();
        out.println(
                "Signed in at " + origin + " as " + username + " for " + days + " days; the context is " + name + ".");
        out.flush();
    }

    private Installation installation() {
        Distribution distribution = Optional.ofNullable(System.getProperty("studio.root"))
                .map(root -> new Distribution(Path.of(root)))
                .orElseGet(Distribution::find);
        return new Installation(StudioHome.at(data), distribution, Installation.Options.NONE, (node, message) -> {});
    }

    private URI local() {
        return Files.isDirectory(data) ? URI.create(installation().url()) : Contexts.LOCAL;
    }

    /** That of the first administrator of this machine stands in a file. */
    private String password(String username) {
        try {
            if (isPiped) {
                return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            }
            if (url.isEmpty() && user.isEmpty() && Files.isDirectory(data)) {
                Path file = installation().administratorPassword();
                if (Files.isReadable(file)) {
                    return Files.readString(file).strip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ask(username);
    }

    /** Before JDK 22 there is no console where there is no terminal; since then it reads what is piped. */
    @SuppressWarnings("SystemConsoleNull")
    private String ask(String username) {
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no terminal to ask for the password; give it with --password-stdin.");
        }
        return new String(console.readPassword("Password of %s: ", username));
    }

    /** Tells tokens of different machines apart, in the list and in the audit. */
    private static String tokenName() {
        String random = UUID.randomUUID().toString().substring(0, RANDOM);
        return "cli-" + host() + "-" + random;
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            String clean = host.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            return clean.isEmpty() ? "here" : clean.substring(0, Math.min(HOST, clean.length()));
        } catch (UnknownHostException nameless) {
            return "here";
        }
    }
}

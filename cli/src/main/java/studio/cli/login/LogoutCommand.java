package studio.cli.login;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.Context;
import studio.cli.api.Contexts;
import studio.cli.api.ProblemException;
import studio.cli.api.UnreachableException;
import studio.cli.api.Write;

/** Signs out: the token ends, and the context is forgotten. */
@Command(
        name = "logout",
        description = {"Signs out: the token ends, and the context is forgotten.", ""},
        mixinStandardHelpOptions = true)
public final class LogoutCommand implements Runnable {

    private static final Duration OUTCOME = Duration.ofSeconds(10);

    @Spec
    private CommandSpec command;

    @Option(names = "--context", paramLabel = "NAME", description = "Which one (default: the one in use).")
    private Optional<String> name = Optional.empty();

    @Override
    public void run() {
        Contexts contexts = Contexts.ofUser();
        Contexts.Saved saved = contexts.read();
        String context = name.or(saved::current)
                .orElseThrow(() -> new ParameterException(command.commandLine(), "Nobody is signed in."));
        PrintWriter out = command.commandLine().getOut();
        saved.named(context).ifPresent(known -> end(known, out));
        contexts.forget(context);
        out.println("Forgot " + context + ".");
        out.flush();
    }

    /** An installation that is away or doesn't know the token any more must not keep anybody from signing out. */
    private static void end(Context context, PrintWriter out) {
        Api api = new Api(context, Optional.empty());
        try {
            String token = api.get("me", Map.of()).body().path("token").asText();
            String path = "users/" + Api.encode(context.username()) + "/tokens/" + Api.encode(token);
            api.command(Write.of("DELETE", path, Optional.empty()), OUTCOME);
        } catch (ProblemException | UnreachableException e) {
            out.println("The token could not be ended: " + e.getMessage());
        }
    }
}

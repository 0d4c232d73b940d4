package studio.cli.api;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which installation a command asks, and as whom. */
@Command
public final class ApiOptions {

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The installation to ask (default: the one in use; see studio context).")
    private Optional<String> context = Optional.empty();

    /**
     * The interface of that installation.
     *
     * @throws ContextException if nobody is signed in there
     */
    public Api api() {
        Contexts contexts = Contexts.ofUser();
        Optional<String> url = Optional.ofNullable(System.getenv("STUDIO_URL"));
        if (url.isPresent() && context.isEmpty()) {
            Optional<String> token = Optional.ofNullable(System.getenv("STUDIO_TOKEN"));
            return new Api(new Context(URI.create(url.get()), "", token, Map.of()), Optional.empty());
        }
        Contexts.Saved saved = contexts.read();
        String name = context.or(saved::current)
                .orElseThrow(() -> new ContextException("nobody is signed in; sign in first: studio login"));
        Context known = saved.named(name)
                .orElseThrow(() -> new ContextException("there is no context '" + name + "', but "
                        + saved.contexts().keySet()));
        return new Api(known, Optional.of(contexts.position(name)));
    }
}

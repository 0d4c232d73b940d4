package studio.cli.login;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.cli.api.Context;
import studio.cli.api.Contexts;
import studio.cli.resource.Table;

/** Lists the installations where somebody is signed in, and chooses one. */
@Command(
        name = "context",
        description = {
            "Lists the installations where you are signed in; with NAME, uses that one from now on.",
            "",
            "-n, -b and -p set what commands assume that don't say it; an empty value takes it back.%n"
        },
        footer = {"", "Example:", "  studio context -n shop"},
        mixinStandardHelpOptions = true)
public final class ContextCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The one to use.")
    private Optional<String> name = Optional.empty();

    private final Map<String, String> changes = new HashMap<>();

    @Option(
            names = {"-n", "--network"},
            paramLabel = "NAME",
            description = "The application network that is meant.")
    void network(String network) {
        changes.put("network", network);
    }

    @Option(
            names = {"-b", "--backbone"},
            paramLabel = "NAME",
            description = "The backbone that is meant.")
    void backbone(String backbone) {
        changes.put("backbone", backbone);
    }

    @Option(
            names = {"-p", "--publisher"},
            paramLabel = "NAME",
            description = "The publisher of the library that is meant (default: you).")
    void publisher(String publisher) {
        changes.put("publisher", publisher);
    }

    @Override
    public void run() {
        Contexts contexts = Contexts.ofUser();
        if (name.isPresent() || !changes.isEmpty()) {
            use(contexts);
        }
        list(contexts.read());
    }

    private void use(Contexts contexts) {
        Contexts.Saved saved = contexts.read();
        String wanted = name.or(saved::current)
                .orElseThrow(() -> new ParameterException(command.commandLine(), "Nobody is signed in."));
        Context context = saved.named(wanted)
                .orElseThrow(
                        () -> new ParameterException(command.commandLine(), "There is no context '" + wanted + "'."));
        Map<String, String> defaults = new HashMap<>(context.defaults());
        changes.forEach((word, value) -> {
            if (value.isEmpty()) {
                defaults.remove(word);
            } else {
                defaults.put(word, value);
            }
        });
        contexts.use(wanted, context.withDefaults(defaults));
    }

    private void list(Contexts.Saved saved) {
        PrintWriter out = command.commandLine().getOut();
        if (saved.contexts().isEmpty()) {
            out.println("Nobody is signed in. Sign in first: studio login");
        } else {
            Table table = new Table(List.of("", "NAME", "URL", "USER", "ASSUMES"));
            new TreeMap<>(saved.contexts())
                    .forEach((key, context) -> table.add(List.of(
                            saved.current()
                                    .filter(key::equals)
                                    .map(current -> "*")
                                    .orElse(""),
                            key,
                            context.url().toString(),
                            context.username(),
                            new TreeMap<>(context.defaults()).toString().replaceAll("[{}]", ""))));
            table.lines().forEach(out::println);
        }
        out.flush();
    }
}

package studio.cli.resource;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import studio.cli.api.Context;

/** The options that say what an object is part of. */
public final class ScopeOptions {

    private ScopeOptions() {}

    /** Gives a command the options of those scopes. */
    public static void add(CommandSpec command, Iterable<Scope> scopes) {
        scopes.forEach(scope -> command.addOption(OptionSpec.builder(scope.options())
                .paramLabel("NAME")
                .type(String.class)
                .description(scope.description())
                .build()));
    }

    /** Gives a command the options of all scopes. */
    public static final class All implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            add(command, Arrays.asList(Scope.values()));
            return command;
        }
    }

    /** What the command line says. An option of the same name may be a field of a command's content, as a process's image is. */
    public static Map<Scope, String> said(CommandSpec command) {
        Map<Scope, String> said = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            Optional.ofNullable(command.findOption(scope.options()[0]))
                    .filter(option -> option.type() == String.class)
                    .map(option -> option.<String>getValue())
                    .ifPresent(value -> said.put(scope, value));
        }
        return said;
    }

    /** What the context says, and that one's own things are meant where nobody says whose. */
    public static Map<Scope, String> defaults(Context context) {
        Map<Scope, String> defaults = new EnumMap<>(Scope.class);
        for (Scope scope : List.of(Scope.USER, Scope.PUBLISHER)) {
            if (!context.username().isEmpty()) {
                defaults.put(scope, context.username());
            }
        }
        context.defaults().forEach((word, value) -> Scope.of(word).ifPresent(scope -> defaults.put(scope, value)));
        return defaults;
    }

    /** Both, the command line's first. */
    public static Map<Scope, String> effective(CommandSpec command, Context context) {
        Map<Scope, String> all = new EnumMap<>(Scope.class);
        all.putAll(defaults(context));
        all.putAll(said(command));
        return all;
    }
}

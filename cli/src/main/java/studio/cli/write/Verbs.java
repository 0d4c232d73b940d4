package studio.cli.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands for all actions: {@code VERB KIND NAME}, or {@code VERB NAME} where a verb has one kind. */
public final class Verbs {

    private static final Map<String, String> MEANING = Map.of(
            "create", "Makes something.",
            "change", "Changes something.",
            "delete", "Deletes something.",
            "publish", "Adds to a library.",
            "withdraw", "Takes what a library has out of use.",
            "revoke", "Takes back an invitation or a certificate.",
            "suspend", "Stops a network or a user for a while.",
            "resume", "Lets a network, a site or a user go on.");

    /** They are found beside the tree of certificates, too. */
    private static final List<String> OF_CERTIFICATES = List.of("rotate", "revoke", "retry");

    private Verbs() {}

    /** Gives the command line all of them. */
    public static void addTo(CommandLine studio) {
        Map<String, Request> requests = Request.all();
        Map<String, Map<String, List<Action>>> verbs = Actions.all().stream()
                .collect(Collectors.groupingBy(
                        Action::verb,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Action::kind, LinkedHashMap::new, Collectors.toList())));
        verbs.forEach((verb, kinds) -> studio.addSubcommand(verb, new CommandLine(command(verb, kinds, requests))));
        CommandLine certificates =
                Objects.requireNonNull(studio.getSubcommands().get("certs"));
        OF_CERTIFICATES.forEach(verb -> certificates.addSubcommand(
                verb,
                action(verb, verbs.getOrDefault(verb, Map.of()).getOrDefault("certificate", List.of()), requests)));
    }

    private static CommandSpec command(String verb, Map<String, List<Action>> kinds, Map<String, Request> requests) {
        if (kinds.size() == 1) {
            return action(verb, kinds.values().iterator().next(), requests);
        }
        CommandSpec command = CommandSpec.create().name(verb).mixinStandardHelpOptions(true);
        command.usageMessage().description(MEANING.getOrDefault(verb, ""), "").synopsisSubcommandLabel("KIND");
        kinds.forEach((kind, actions) -> command.addSubcommand(kind, action(kind, actions, requests)));
        return command;
    }

    private static CommandSpec action(String word, List<Action> actions, Map<String, Request> requests) {
        Request request = Objects.requireNonNull(requests.get(actions.getFirst().operation()));
        return new ActionCommand(word, actions, request).spec();
    }
}

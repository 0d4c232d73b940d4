package studio.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** Lists the commands under what they are for: there are too many for one list. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final int WIDTH = 17;

    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("On this machine", List.of("up", "status", "down", "reset"));
        GROUPS.put("Who you are, and where", List.of("login", "logout", "whoami", "context", "completion"));
        GROUPS.put("See", List.of("get", "describe", "history", "why", "diff", "wait", "certs", "console", "audit"));
    }

    @Override
    public String render(Help help) {
        Map<String, Help> commands = new LinkedHashMap<>(help.subcommands());
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            List<Help> group = new ArrayList<>();
            names.forEach(name -> group.add(commands.remove(name)));
            text.append(group(title, group));
        });
        return text.append(group("Change", List.copyOf(commands.values()))).toString();
    }

    private static String group(String title, List<Help> commands) {
        StringBuilder text = new StringBuilder("%n%s:%n".formatted(title));
        for (Help command : commands) {
            text.append(line(command));
        }
        return text.toString();
    }

    private static String line(Help command) {
        String[] description = command.commandSpec().usageMessage().description();
        String first =
                description.length == 0 ? "" : description[0].replace("%%", "%").replaceFirst(":$", ".");
        return ("  %-" + WIDTH + "s %s%n").formatted(command.commandSpec().name(), first);
    }
}

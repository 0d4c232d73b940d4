package studio.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The page docs/reference/cli.md: the help of every command. */
final class CommandsPage {

    private static final String HEAD = """
        <!-- Generated from the commands by CommandsPageTest; rewrite it with -Dstudio.rewrite=true. -->
        # The command line

        `./studio COMMAND`, from a source tree. Where somebody is signed in is kept in `~/.config/studio/contexts.json` (or below `XDG_CONFIG_HOME`, or the file that
        `STUDIO_CONTEXTS` names); a program sets `STUDIO_URL` and `STUDIO_TOKEN` instead of signing in.
        """;

    private CommandsPage() {}

    static String of(CommandLine studio) {
        StringBuilder page = new StringBuilder(HEAD);
        commands(studio)
                .forEach(command -> page.append("\n## ")
                        .append(command.getCommandSpec().qualifiedName())
                        .append("\n\n```\n")
                        .append(command.getUsageMessage(Ansi.OFF)
                                .replaceAll(" +\n", "\n")
                                .replace(System.getProperty("user.home"), "~")
                                .strip())
                        .append("\n```\n"));
        return page.toString();
    }

    private static List<CommandLine> commands(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(part -> all.addAll(commands(part)));
        return all;
    }
}

package studio.testkit.reference;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** A page of docs/reference on a program: the help of every command. */
public final class CommandsPage {

    private CommandsPage() {}

    /** The page of that program, with what stands before the commands. */
    public static String of(String head, CommandLine program) {
        StringBuilder page = new StringBuilder(head);
        commands(program)
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

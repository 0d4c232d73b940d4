package studio.agent.participant;

import java.util.List;
import picocli.CommandLine;

/** The commands of participants. */
public final class Participation {

    private static final List<Object> COMMANDS = List.of(
            new StatusCommand(),
            new ChangesCommand(),
            new AcceptCommand(),
            new DeclineCommand(),
            new PolicyCommand(),
            new PauseCommand(),
            new ResumeCommand(),
            new ComponentsCommand(),
            new LogsCommand(),
            new DoctorCommand());

    private Participation() {}

    /** Adds them to a program. */
    public static CommandLine addTo(CommandLine program) {
        COMMANDS.forEach(program::addSubcommand);
        return program;
    }
}

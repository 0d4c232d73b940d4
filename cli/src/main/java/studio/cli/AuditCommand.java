package studio.cli;

import picocli.CommandLine.Command;
import studio.cli.read.AuditListCommand;

@Command(
        name = "audit",
        description = {"Lists who did what, and checks that nobody changed the log.", ""},
        subcommands = {AuditListCommand.class, AuditVerifyCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}

package studio.cli;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Checks the log of what happened.",
        subcommands = AuditVerifyCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}

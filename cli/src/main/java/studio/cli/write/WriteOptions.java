package studio.cli.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.resource.Documents;

/** What all commands that change something have in common. */
@Command
final class WriteOptions {

    /** How the outcome is written. */
    enum Form {
        /** In words. */
        TEXT,
        /** The receipt. */
        JSON,
        /** The receipt. */
        YAML,
        /** The object's name alone. */
        NAME
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Its content as YAML or JSON, - for standard input; options come before what it says.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--dry-run", description = "Only tell what would happen.")
    private boolean isDryRun;

    @Option(
            names = "--if-match",
            paramLabel = "REVISION",
            description = "Only if the object was not changed since this revision of it.")
    private Optional<String> ifMatch = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Names the command: given again with the same key, it has no second effect.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "STATE",
            split = ",",
            description = "Then wait until the object is in one of these states.")
    private List<String> states = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the outcome, and then for the state (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form;

    Api api() {
        return connection.api();
    }

    Optional<JsonNode> content() {
        return file.map(Documents::read);
    }

    boolean isDryRun() {
        return isDryRun;
    }

    Optional<String> ifMatch() {
        return ifMatch;
    }

    Optional<String> key() {
        return key;
    }

    List<String> states() {
        return states;
    }

    Duration patience() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    Form form() {
        return form;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}

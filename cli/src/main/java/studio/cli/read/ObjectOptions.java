package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.resource.Kind;
import studio.cli.resource.Kinds;
import studio.cli.resource.Listing;
import studio.cli.resource.Scope;
import studio.cli.resource.ScopeOptions;

/** Which object a command is about. */
@Command(mixinStandardHelpOptions = true)
final class ObjectOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = KindNames.class,
            description = "What to show: ${COMPLETION-CANDIDATES}.")
    private String kindName;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description = "As it stood then: a revision of its stream, or a time as in 2026-01-31T12:00:00Z.")
    private Optional<String> at = Optional.empty();

    Api api() {
        return connection.api();
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    Optional<String> name() {
        return name;
    }

    Kind kind() {
        return Kinds.of(kindName)
                .orElseThrow(() -> usage(
                        "There are no '" + kindName + "'; kinds are: " + String.join(", ", new KindNames()) + "."));
    }

    /** Where objects of the kind are. */
    Listing listing(Api api) {
        try {
            return kind().listing(ScopeOptions.said(command), ScopeOptions.defaults(api.context()));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    /** The path of the list. */
    String listPath(Api api) {
        return listing(api).path().fill(scopes(api), Optional.empty());
    }

    /** The path of the object that is named, or of the only one there is. */
    String itemPath(Api api) {
        Listing listing = listing(api);
        if (!listing.isOne() && name.isEmpty()) {
            throw usage("Name the " + kind().name() + ".");
        }
        return listing.item().fill(scopes(api), name);
    }

    /** The object. */
    JsonNode item(Api api) {
        return api.get(itemPath(api), query()).body();
    }

    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        at.ifPresent(moment -> query.put("at", moment));
        return query;
    }

    ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private Map<Scope, String> scopes(Api api) {
        return ScopeOptions.effective(command, api.context());
    }
}

package studio.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.resource.Kinds;
import studio.cli.resource.Scope;
import studio.cli.resource.ScopeOptions;

/** Downloads a certificate. */
@Command(
        name = "chain",
        description = {"Writes a certificate and those above it, in PEM form. Keys are never there.", ""},
        modelTransformer = ChainCommand.Scopes.class,
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ChainCommand implements Runnable {

    private static final String PEM = "application/pem-certificate-chain";

    @Spec
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Parameters(index = "0", paramLabel = "UID", description = "Which one.")
    private String uid;

    /** A network's, a backbone's, or else the installation's own. */
    static final class Scopes implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec spec) {
            ScopeOptions.add(spec, List.of(Scope.NETWORK, Scope.BACKBONE));
            return spec;
        }
    }

    @Override
    public void run() {
        Api api = connection.api();
        PrintWriter out = command.commandLine().getOut();
        try (InputStream chain = api.stream(path(api) + "/chain", Map.of(), PEM)) {
            out.print(new String(chain.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the chain could not be read to its end", e);
        }
        out.flush();
    }

    private String path(Api api) {
        try {
            return Kinds.of("certificate")
                    .orElseThrow()
                    .listing(ScopeOptions.said(command), ScopeOptions.defaults(api.context()))
                    .item()
                    .fill(ScopeOptions.effective(command, api.context()), Optional.of(uid));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

package studio.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.resource.Documents;

/** Tells who is signed in, and with which roles. */
@Command(
        name = "whoami",
        description = {"Tells who is signed in, where, and with which roles.", ""},
        mixinStandardHelpOptions = true)
public final class WhoamiCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Override
    public void run() {
        Api api = connection.api();
        JsonNode me = api.get("me", Map.of()).body();
        PrintWriter out = command.commandLine().getOut();
        out.println("url: " + api.context().url());
        out.println(Documents.yaml(me));
        out.flush();
    }
}

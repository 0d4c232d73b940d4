package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;

/** Shows certificates as the tree that they are. */
@Command(
        name = "certs",
        description = {
            "Shows who signed for whom and until when, of all that you may see. Its commands work on one certificate.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  studio certs",
            "  studio certs chain UID -n shop > chain.pem",
            "  studio certs revoke UID -n shop --cause stolen --dry-run"
        },
        subcommands = ChainCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
public final class CertificatesCommand implements Runnable {

    private static final int PAGE = 500;

    /** Who signs is read first, so that of those who have many leaves none misses its place. */
    private static final List<String> AUTHORITIES = List.of("root", "interior-ca", "access-point-ca", "network-ca");

    @Spec
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Option(
            names = "--expires-before",
            paramLabel = "TIME",
            description = "Only leaves whose validity ends before then, as in 2026-03-01T12:00:00Z.")
    private Optional<String> expiresBefore = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many leaves at most, those first that end first (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public void run() {
        Api api = connection.api();
        List<JsonNode> all = new ArrayList<>();
        for (String use : AUTHORITIES) {
            all.addAll(read(api, Map.of("use", use), Integer.MAX_VALUE));
        }
        Map<String, String> query = new HashMap<>();
        expiresBefore.ifPresent(moment -> query.put("expiresBefore", moment));
        List<JsonNode> some = read(api, query, limit + all.size());
        some.stream()
                .filter(certificate ->
                        !AUTHORITIES.contains(certificate.path("use").asText()))
                .limit(limit)
                .forEach(all::add);
        PrintWriter out = command.commandLine().getOut();
        CertificateTree.of(all).lines().forEach(out::println);
        out.flush();
    }

    private static List<JsonNode> read(Api api, Map<String, String> filters, int most) {
        List<JsonNode> found = new ArrayList<>();
        Map<String, String> query = new HashMap<>(filters);
        boolean more = true;
        while (more && found.size() < most) {
            query.put("limit", String.valueOf(Math.min(PAGE, most - found.size())));
            JsonNode page = api.get("certificates", query).body();
            page.path("items").forEach(found::add);
            more = page.hasNonNull("next");
            query.put("after", page.path("next").asText());
        }
        return found;
    }
}

package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.cli.resource.Table;

/** Certificates below those that signed them. */
final class CertificateTree {

    private static final String INDENT = "  ";
    private static final String ROOT = "root";

    private final Map<String, JsonNode> byUid = new HashMap<>();
    private final Map<Optional<String>, List<JsonNode>> below = new HashMap<>();
    private final Table table = new Table(List.of("CERTIFICATE", "OF", "STATE", "EXPIRES", "UID"));

    private CertificateTree() {}

    static CertificateTree of(List<JsonNode> certificates) {
        CertificateTree tree = new CertificateTree();
        certificates.forEach(certificate -> tree.byUid.put(uid(certificate), certificate));
        tree.below.putAll(certificates.stream().collect(Collectors.groupingBy(tree::issuer)));
        tree.add(Optional.empty(), "");
        return tree;
    }

    List<String> lines() {
        return table.lines();
    }

    private static String uid(JsonNode certificate) {
        return certificate.path("uid").asText();
    }

    /** One of another stream is not named: that is the root, of which the newest signs. */
    private Optional<String> issuer(JsonNode certificate) {
        String named = certificate.at("/signed/issuer").asText();
        return Optional.of(named)
                .filter(byUid::containsKey)
                .or(() -> named.isEmpty() && !isRoot(certificate) ? newestRoot() : Optional.empty());
    }

    private Optional<String> newestRoot() {
        return byUid.values().stream()
                .filter(CertificateTree::isRoot)
                .max(Comparator.comparingInt(root -> root.path("ordinal").asInt()))
                .map(CertificateTree::uid);
    }

    private static boolean isRoot(JsonNode certificate) {
        return certificate.path("use").asText().equals(ROOT);
    }

    private void add(Optional<String> issuer, String indent) {
        List<JsonNode> signed = new ArrayList<>(below.getOrDefault(issuer, List.of()));
        signed.sort(Comparator.<JsonNode, String>comparing(
                        certificate -> certificate.path("stream").asText())
                .thenComparing(certificate -> certificate.path("use").asText())
                .thenComparing(certificate -> certificate.path("subject").asText())
                .thenComparingInt(certificate -> certificate.path("ordinal").asInt()));
        for (JsonNode certificate : signed) {
            table.add(List.of(
                    indent + certificate.path("use").asText() + " "
                            + certificate.path("subject").asText() + " #"
                            + certificate.path("ordinal").asText(),
                    certificate.path("stream").asText(),
                    certificate.path("state").asText(),
                    certificate.at("/signed/notAfter").asText(),
                    uid(certificate)));
            add(Optional.of(uid(certificate)), indent + INDENT);
        }
    }
}

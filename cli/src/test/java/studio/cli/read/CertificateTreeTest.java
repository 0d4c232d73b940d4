package studio.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;

class CertificateTreeTest {

    private static ObjectNode certificate(String uid, String use, String subject, int ordinal) {
        ObjectNode certificate = StudioJson.json()
                .createObjectNode()
                .put("uid", uid)
                .put("stream", "backbone/acme")
                .put("use", use)
                .put("subject", subject)
                .put("ordinal", ordinal)
                .put("state", "issued");
        certificate.putObject("signed").put("notAfter", "2027-01-01T00:00:00Z");
        return certificate;
    }

    private static ObjectNode below(String issuer, ObjectNode certificate) {
        certificate.withObjectProperty("signed").put("issuer", issuer);
        return certificate;
    }

    @Test
    void shouldShowEachBelowTheOneThatSignedIt() {
        // Given
        List<JsonNode> all = List.of(
                certificate("r1", "root", "studio", 1),
                certificate("r2", "root", "studio", 2),
                certificate("a", "interior-ca", "acme", 1),
                below("a", certificate("p", "interior-site", "paris", 2)),
                below("a", certificate("o", "interior-site", "oslo", 1)),
                below("gone", certificate("x", "interior-site", "rome", 1)));

        // When
        List<String> lines = CertificateTree.of(all).lines();

        // Then
        assertThat(lines)
                .extracting(line -> line.replaceFirst("(#\\d|CERTIFICATE) .*", "$1"))
                .containsExactly(
                        "CERTIFICATE",
                        "interior-site rome #1",
                        "root studio #1",
                        "root studio #2",
                        "  interior-ca acme #1",
                        "    interior-site oslo #1",
                        "    interior-site paris #2");
    }
}

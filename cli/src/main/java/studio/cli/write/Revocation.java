package studio.cli.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.cli.api.Api;

/**
 * Taking trust from a certificate.
 *
 * @param certificate the certificate's path
 */
record Revocation(String certificate) {

    private static final String REVOKE = "/revoke";

    private static final Map<String, String> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put("certificates", "certificates");
        BROKEN.put("sites", "sites");
        BROKEN.put("accessPoints", "access points");
        BROKEN.put("links", "links");
        BROKEN.put("networks", "networks");
    }

    /** The revocation that is, if it is one. */
    static Optional<Revocation> of(Action action, String path) {
        return action.kind().equals("certificate") && path.endsWith(REVOKE)
                ? Optional.of(new Revocation(path.substring(0, path.length() - REVOKE.length())))
                : Optional.empty();
    }

    /** Tells what it would break. */
    void preview(Api api, PrintWriter out) {
        JsonNode impact = api.get(certificate + "/impact", Map.of()).body();
        out.println("What it would break:");
        BROKEN.forEach((property, word) -> {
            List<String> names = new ArrayList<>();
            impact.path(property).forEach(name -> names.add(name.asText()));
            if (!names.isEmpty()) {
                out.println("  " + names.size() + " " + word + ": " + String.join(", ", names));
            }
        });
        out.flush();
    }
}

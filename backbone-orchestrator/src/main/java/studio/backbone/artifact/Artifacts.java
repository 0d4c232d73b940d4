package studio.command.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.json.Word;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.identity.Secret;

/** Makes what is handed to those who are invited. */
@ApplicationScoped
public class JoinBundles {

    private static final String PREFIX = "studio-join-1.";
    private static final int VERSION = 1;

    private final String origin;
    private final Optional<String> trust;

    JoinBundles(ClaimsConfig config) {
        this.origin = config.url().replaceFirst("/+$", "");
        this.trust = config.trust().map(file -> {
            try {
                return Files.readString(file, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException("studio.claims.trust cannot be read: " + file, e);
            }
        });
    }

    /** For those who join by that invitation. */
    public JoinInstructions invitation(Name network, Name invitation, Platform platform, Secret token) {
        return of("networks/" + network + "/invitations/" + invitation, invitation, platform, token);
    }

    /** For the agent of that interior site. */
    public JoinInstructions interiorSite(Name backbone, Name site, Platform platform, Secret token) {
        return of("backbones/" + backbone + "/sites/" + site, site, platform, token);
    }

    private JoinInstructions of(String place, Name name, Platform platform, Secret token) {
        String claimUrl = origin + "/api/v1/" + place + "/claims";
        ObjectNode content = StudioJson.json().createObjectNode();
        content.put("v", VERSION).put("claimUrl", claimUrl).put("token", token.text());
        trust.ifPresent(pem -> content.put("trust", pem));
        String bundle = PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(content.toString().getBytes(StandardCharsets.UTF_8));
        String text = switch (platform) {
            case KUBERNETES -> secret(name, bundle);
            case DOCKER, PODMAN, LINUX -> bundle + "\n";
        };
        String command = "./studio join " + bundle + " --dir " + name;
        return new JoinInstructions(Word.of(platform), claimUrl, bundle, command, text);
    }

    private static String secret(Name name, String bundle) {
        return """
            apiVersion: v1
            kind: Secret
            metadata:
              name: studio-join-%s
            type: Opaque
            stringData:
              bundle: "%s"
            """.formatted(name, bundle);
    }
}

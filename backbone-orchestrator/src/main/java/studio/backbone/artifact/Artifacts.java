package studio.backbone.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.json.Word;
import studio.backbone.artifact.JoinInstructions.ArtifactFile;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;

/**
 * Makes what is handed to those who are invited, the same for interior sites and members. A router's own configuration is not in it: the
 * agent writes that when it knows what the router is called, which is the answer to its claim.
 */
public final class Artifacts {

    private static final String PREFIX = "studio-join-1.";
    private static final int VERSION = 1;

    private final String origin;
    private final Optional<String> trust;

    /**
     * Artifacts that lead to that public origin.
     *
     * @param origin its address
     * @param trust  the certificates, in PEM form, that alone may vouch for it; those that the system trusts if absent
     */
    public Artifacts(String origin, Optional<String> trust) {
        this.origin = origin.replaceFirst("/+$", "");
        this.trust = trust;
    }

    /** What a site of that platform needs to claim that place with that token. */
    public JoinInstructions of(JoinPlace place, Platform platform, String token) {
        String claimUrl = origin + "/api/v1/" + place.path() + "/claims";
        String bundle = bundle(claimUrl, token);
        Name name = place.name();
        String command = "./studio join " + bundle + " --dir " + name;
        return switch (platform) {
            case KUBERNETES -> {
                String secret = secret(name, bundle);
                yield instructions(
                        platform,
                        claimUrl,
                        bundle,
                        command,
                        secret,
                        List.of(new ArtifactFile("studio-join-" + name + ".yaml", true, secret)));
            }
            case DOCKER, PODMAN, LINUX ->
                instructions(platform, claimUrl, bundle, command, bundle + "\n", host(name, platform, bundle));
        };
    }

    private static JoinInstructions instructions(
            Platform platform, String claimUrl, String bundle, String command, String text, List<ArtifactFile> files) {
        return new JoinInstructions(Word.of(platform), claimUrl, bundle, command, text, files);
    }

    private String bundle(String claimUrl, String token) {
        ObjectNode content = StudioJson.json().createObjectNode();
        content.put("v", VERSION).put("claimUrl", claimUrl).put("token", token);
        trust.ifPresent(pem -> content.put("trust", pem));
        return PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(content.toString().getBytes(StandardCharsets.UTF_8));
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

    /** A host that starts the site with whoever runs it. The bundle is of use once; later starts find what it brought in the directory. */
    private static List<ArtifactFile> host(Name name, Platform platform, String bundle) {
        return List.of(
                new ArtifactFile("~/studio/" + name + ".bundle", true, bundle + "\n"),
                new ArtifactFile(
                        "~/.config/systemd/user/studio-" + name + ".service", false, unit(name, Word.of(platform))));
    }

    private static String unit(Name name, String platform) {
        return """
            # Studio's own program is expected in ~/studio. Start it now and with every boot:
            #   systemctl --user enable --now studio-%1$s && loginctl enable-linger
            [Unit]
            Description=Studio site %1$s
            Wants=network-online.target
            After=network-online.target

            [Service]
            WorkingDirectory=%%h/studio
            ExecStart=%%h/studio/studio join @%%h/studio/%1$s.bundle --dir %%h/studio/%1$s --platform %2$s
            Restart=on-failure
            RestartSec=5
            UMask=0077
            NoNewPrivileges=yes

            [Install]
            WantedBy=default.target
            """.formatted(name, platform);
    }
}

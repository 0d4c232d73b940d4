package studio.command.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.backbone.artifact.Artifacts;
import studio.backbone.artifact.JoinInstructions;
import studio.backbone.artifact.JoinPlace;
import studio.command.install.TokenMint;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.identity.Caller;
import studio.identity.Secret;

/** Answers those who invite with a token and what a site needs to join with it. */
@ApplicationScoped
public class JoinArtifacts {

    private final Commands commands;
    private final TokenMint mint;
    private final Caller caller;
    private final Artifacts artifacts;

    JoinArtifacts(Commands commands, TokenMint mint, Caller caller, ClaimsConfig config) {
        this.commands = commands;
        this.mint = mint;
        this.caller = caller;
        this.artifacts = new Artifacts(config.url(), config.trust().map(file -> {
            try {
                return Files.readString(file, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException("studio.claims.trust cannot be read: " + file, e);
            }
        }));
    }

    /** Gives the command that makes that token open that place. */
    public Uni<Response> issue(
            JoinPlace place,
            EntityKey opened,
            @Nullable String platform,
            Function<Digest, Command> command,
            WriteOptions options) {
        Platform on = Platforms.parse(platform);
        Secret token = mint.mint(caller.actor(), options.commandId(), place.stream(), opened);
        JoinInstructions instructions = artifacts.of(place, on, token.text());
        return commands.change(
                place.stream(),
                command.apply(token.digest()),
                options,
                outcome -> Uni.createFrom()
                        .item(Receipt.of(outcome).withToken(token).with(instructions)));
    }
}

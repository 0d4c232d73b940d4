package studio.command.rest.user;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.user.ApiToken;
import studio.domain.user.UserCommand;
import studio.domain.user.UserCommand.CreateApiToken;

@Schema(name = "CreateToken", description = "An API token to be.")
record CreateTokenRequest(
        @NotNull @Schema(description = "Its name among the user's tokens.", examples = "ci")
        Name name,

        @NotEmpty @Schema(description = "What it may be used for.", examples = "[\"read\", \"write\"]")
        Set<ApiToken.Scope> scopes,

        @Schema(description = "When it is revoked by itself.", examples = "2030-01-01T00:00:00Z")
        Optional<Instant> expiresAt) {

    UserCommand toCommand(Digest tokenHash) {
        return new CreateApiToken(name, scopes, tokenHash, expiresAt.map(at -> at.truncatedTo(ChronoUnit.MICROS)));
    }
}

package studio.command.rest.user;

import jakarta.validation.constraints.Email;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import studio.command.rest.body.Line;
import studio.command.rest.body.Replacement;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.user.UserCommand;
import studio.domain.user.UserCommand.ChangeUser;

@Schema(name = "ChangeUser", description = "What shall be different; what is absent stays.")
record ChangeUserRequest(
        @Schema(description = "What it may do.") Optional<Set<Role>> roles,
        @Schema(description = "The groups it is in.") Optional<Set<Name>> groups,

        @Line
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "How people call it; `null` takes it away.")
        @Nullable
        Replacement displayName,

        @Line
        @Email
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "Where it gets mail; `null` takes it away.")
        @Nullable
        Replacement email) {

    UserCommand toCommand() {
        return new ChangeUser(roles, groups);
    }
}

package studio.command.rest.user;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.domain.user.UserCommand;
import studio.domain.user.UserCommand.SuspendUser;

@Schema(name = "SuspendUser", description = "Why a user may not act.")
record SuspendUserRequest(
        @NotNull @Line @Schema(description = "The cause, for people.", examples = "has left")
        String cause) {

    UserCommand toCommand() {
        return new SuspendUser(cause);
    }
}

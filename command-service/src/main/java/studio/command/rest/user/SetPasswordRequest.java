package studio.command.rest.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Password;

@Schema(name = "SetPassword", description = "A new password.")
record SetPasswordRequest(
        @Schema(description = "The present password; whoever changes their own has to give it.")
        Optional<@Size(max = Password.MAX) String> current,

        @NotNull @Password @Schema(description = "The new password.", examples = "correct horse battery staple")
        String password) {}

package studio.command.rest.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Password;
import studio.domain.kernel.Name;

@Schema(name = "SignIn", description = "Who signs in.")
record SignInRequest(
        @NotNull @Schema(description = "The user's name.", examples = "alice")
        Name username,

        @NotNull
        @Size(max = Password.MAX)
        @Schema(description = "Its password.", examples = "correct horse battery staple")
        String password) {}

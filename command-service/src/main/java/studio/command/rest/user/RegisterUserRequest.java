package studio.command.rest.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.directory.Profile;
import studio.command.rest.body.Line;
import studio.command.rest.body.Password;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.user.UserCommand;
import studio.domain.user.UserCommand.RegisterUser;

@Schema(name = "RegisterUser", description = "A user to be.")
record RegisterUserRequest(
        @NotNull @Schema(description = "Its name, unique in the installation.", examples = "alice")
        Name name,

        @Schema(description = "What it may do; if absent, nothing but what others give it.")
        Set<Role> roles,

        @Schema(description = "The groups it is in.") Set<Name> groups,

        @Schema(
                description = "Its password; without one it cannot sign in until it gets one.",
                examples = "correct horse battery staple")
        Optional<@Password String> password,

        @Schema(description = "How people call it.", examples = "Alice Example")
        Optional<@Line String> displayName,

        @Schema(description = "Where it gets mail.", examples = "alice@example.com")
        Optional<@Line @Email String> email,

        @Schema(
                description =
                        "Whether it may have the name of a user who was removed. What still names that one as an owner, a"
                                + " reader or a guest is this one's then; of the library nothing is left.",
                defaultValue = "false")
        Optional<Boolean> inherits) {

    StreamKey stream() {
        return Paths.stream(name);
    }

    UserCommand toCommand() {
        return new RegisterUser(roles, groups, inherits.orElse(false));
    }

    Profile profile() {
        return new Profile(displayName, email);
    }
}

package studio.command.rest.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import studio.command.directory.Directory;
import studio.command.directory.Passwords;

/** The provider that proves who somebody is by a password of the built-in directory. */
@ApplicationScoped
class DirectoryProvider {

    private static final String NAME = "directory";

    private final Directory directory;
    private final Passwords passwords;

    DirectoryProvider(Directory directory, Passwords passwords) {
        this.directory = directory;
        this.passwords = passwords;
    }

    /** The user, if the password is right; it takes as long to find out that there is no such user. */
    Uni<Optional<ProvenUser>> prove(SignInRequest request) {
        return directory
                .passwordHash(request.username())
                .chain(hash -> passwords.matches(request.password(), hash))
                .map(right -> right ? Optional.of(new ProvenUser(request.username(), NAME)) : Optional.empty());
    }
}

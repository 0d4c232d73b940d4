package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.command.directory.Directory;
import studio.command.directory.Passwords;
import studio.command.rest.Receipt;
import studio.command.rest.body.Replacement;
import studio.domain.kernel.Name;
import studio.schema.CommandOutcome;

/** Follows accepted commands with what the log must not have: passwords and personal data go to the directory. */
@ApplicationScoped
class PersonalData {

    private final Directory directory;
    private final Passwords passwords;

    PersonalData(Directory directory, Passwords passwords) {
        this.directory = directory;
        this.passwords = passwords;
    }

    /** Keeps a new user's. */
    Uni<Receipt> keep(RegisterUserRequest request, CommandOutcome outcome) {
        return hash(request.password())
                .chain(hash -> directory.register(request.name(), uid(outcome), hash, request.profile()))
                .replaceWith(() -> Receipt.of(outcome));
    }

    /** Changes what the request has of it. */
    Uni<Receipt> change(ChangeUserRequest request, CommandOutcome outcome) {
        Name user = outcome.stream().name();
        UUID uid = uid(outcome);
        return ifGiven(request.displayName(), name -> directory.setDisplayName(user, uid, name))
                .chain(() -> ifGiven(request.email(), email -> directory.setEmail(user, uid, email)))
                .replaceWith(() -> Receipt.of(outcome));
    }

    /** Keeps a user's new password. */
    Uni<Receipt> setPassword(String password, CommandOutcome outcome) {
        return passwords
                .hash(password)
                .chain(hash -> directory.setPassword(outcome.stream().name(), uid(outcome), hash))
                .replaceWith(() -> Receipt.of(outcome));
    }

    /** Erases a removed user's. */
    Uni<Receipt> forget(CommandOutcome outcome) {
        return directory.forget(outcome.stream().name()).replaceWith(() -> Receipt.of(outcome));
    }

    private Uni<Optional<String>> hash(Optional<String> password) {
        return password.isPresent()
                ? passwords.hash(password.get()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Void> ifGiven(@Nullable Replacement replacement, Function<Optional<String>, Uni<Void>> change) {
        return replacement == null ? Uni.createFrom().voidItem() : change.apply(replacement.text());
    }

    private static UUID uid(CommandOutcome outcome) {
        return outcome.subjectUid()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException(
                        "command " + outcome.commandId() + " was accepted, but " + outcome.stream() + " has no uid"));
    }
}

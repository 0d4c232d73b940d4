package studio.command.install;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.command.directory.Passwords;
import studio.command.submit.CommandSubmitter;
import studio.command.submit.Submission;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.user.UserCommand.RegisterUser;
import studio.schema.CommandOutcome;

/**
 * Registers the first administrator at the first start. Every step can be repeated: a start that was cut short goes on where it
 * was, and of several instances one alone sets the password.
 */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOGGER = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int AFTER_OTHERS = 10_000;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String COMMAND_ID = "install-first-administrator";

    private final Installation installation;
    private final CommandSubmitter submitter;
    private final Passwords passwords;
    private final PasswordFile file;
    private final Name name;
    private final Duration timeout;
    private volatile boolean settled;

    FirstAdministrator(
            InstallConfig config, Installation installation, CommandSubmitter submitter, Passwords passwords) {
        this.installation = installation;
        this.submitter = submitter;
        this.passwords = passwords;
        this.file = new PasswordFile(config.dataDir());
        this.name = Name.of(config.firstAdministrator().name());
        this.timeout = config.firstAdministrator().timeout();
    }

    void register(@Observes @Priority(AFTER_OTHERS) StartupEvent event) {
        installation
                .isComplete()
                .chain(complete -> complete ? Uni.createFrom().voidItem() : registerOnce())
                .onFailure()
                .invoke(failure -> LOGGER.atWarn()
                        .addKeyValue("reason", failure.toString())
                        .log("the first administrator is not registered yet"))
                .onFailure(failure -> !(failure instanceof IllegalStateException))
                .retry()
                .withBackOff(RETRY_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> settled = true, this::giveUp);
    }

    /** Says whether there is a first administrator, or never will be: whether it is worth trying to sign in. */
    public boolean isSettled() {
        return settled;
    }

    private Uni<Void> registerOnce() {
        String password = file.readOrMake();
        RegisterUser command = new RegisterUser(Set.of(Role.ADMINISTRATOR), Set.of(), true);
        Submission submission = Submission.of(StreamType.USER.key(name), command, Actor.INSTALLER)
                .withId(COMMAND_ID);
        return Uni.createFrom()
                .completionStage(() -> submitter.submit(submission, timeout).decided())
                .map(FirstAdministrator::uid)
                .chain(uid -> passwords.hash(password).chain(hash -> installation.complete(name, uid, hash)))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private static UUID uid(CommandOutcome outcome) {
        return outcome.subjectUid()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException("registering " + outcome.stream() + " was refused: "
                        + outcome.rejection()
                                .map(CommandOutcome.Refusal::detail)
                                .orElse("without a reason")));
    }

    private void tell(boolean byUs) {
        if (byUs) {
            LOGGER.atInfo()
                    .addKeyValue("user", name)
                    .addKeyValue("file", file.path())
                    .log("made the first administrator; its password is in the file");
        } else {
            file.discard();
        }
    }

    private void giveUp(Throwable failure) {
        settled = true;
        LOGGER.atError()
                .setCause(failure)
                .log("there is no first administrator; set studio.first-administrator.name to another name");
    }
}

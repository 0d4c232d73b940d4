package studio.command.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import studio.api.problem.ProblemType;
import studio.command.directory.DirectoryConfig;
import studio.identity.Identity;
import studio.identity.problem.ProblemException;

/** Waits until the tables, which follow the log by a moment, know a new session or token: the next request will look there. */
@ApplicationScoped
public class Visibility {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DirectoryConfig.Session config;

    Visibility(DirectoryConfig config) {
        this.config = config.session();
    }

    /** The identity once {@code lookUp} finds it; a failure with {@code lateDetail} if that takes too long. */
    public Uni<Identity> await(Supplier<Uni<Optional<Identity>>> lookUp, String lateDetail) {
        return Uni.createFrom()
                .deferred(lookUp::get)
                .repeat()
                .withDelay(PAUSE)
                .whilst(Optional::isEmpty)
                .collect()
                .last()
                .map(Optional::orElseThrow)
                .ifNoItem()
                .after(config.visibleTimeout())
                .failWith(() -> ProblemException.of(ProblemType.PROJECTION_LAGGING, lateDetail)
                        .retryAfter(RETRY_AFTER));
    }
}

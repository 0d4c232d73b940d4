package studio.command.directory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import studio.api.problem.ProblemType;
import studio.identity.problem.ProblemException;

/**
 * Hashes passwords and compares them with their hashes: a few at a time and in threads of their own, for each takes tens of
 * milliseconds and as many megabytes, on purpose.
 */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SecureRandom random = new SecureRandom();
    private final DirectoryConfig.Hash config;
    private final ThreadPoolExecutor threads;

    /** What is compared where there is no hash, so that nobody can tell from the time whether there is one. */
    private final PasswordHash nobodys;

    Passwords(DirectoryConfig config) {
        this.config = config.hash();
        this.threads = new ThreadPoolExecutor(
                this.config.concurrency(),
                this.config.concurrency(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(this.config.queueLimit()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.nobodys = compute("");
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** The hash of a new password, with a salt of its own. */
    public Uni<String> hash(String password) {
        return inTurn(() -> compute(password).toString());
    }

    /** Says whether the password has that hash; without a hash it hasn't, which takes as long to say. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return inTurn(() -> hash.map(PasswordHash::parse).orElse(nobodys).matches(password) && hash.isPresent());
    }

    private <T> Uni<T> inTurn(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.of(ProblemType.UNAVAILABLE, "too many are signing in at the moment")
                        .retryAfter(RETRY_AFTER));
    }

    private PasswordHash compute(String password) {
        return PasswordHash.compute(password, config.memoryKib(), config.iterations(), salt());
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}

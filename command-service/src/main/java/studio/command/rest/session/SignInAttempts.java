package studio.command.rest.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Name;
import studio.identity.limit.LimitsConfig;
import studio.identity.limit.RateLimit;
import studio.identity.problem.ProblemException;

/**
 * How often one may try a password: from one address, and for one user from wherever. The second also stops its user for a moment
 * while somebody else tries; a guess in a million would cost more.
 */
@ApplicationScoped
public class SignInAttempts {

    private final RateLimit perAddress;
    private final RateLimit perUser;

    SignInAttempts(LimitsConfig config) {
        Duration refill = config.signIn().refill();
        this.perAddress = new RateLimit(config.signIn().perAddress(), refill, config.addresses());
        this.perUser = new RateLimit(config.signIn().perUser(), refill, config.addresses());
    }

    /**
     * Notes an attempt.
     *
     * @throws ProblemException if there were too many
     */
    public void note(String address, Name user) {
        perAddress.take(address).or(() -> perUser.take(user.value())).ifPresent(wait -> {
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, "too many passwords were tried")
                    .retryAfter(wait);
        });
    }
}

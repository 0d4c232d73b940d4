package studio.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Role;
import studio.identity.limit.RateLimit;
import studio.identity.problem.ProblemException;

/**
 * Holds users to the commands that their quotas let them give in a second. Each instance of a service counts for itself, and administrators,
 * who set the quotas, have none.
 */
@ApplicationScoped
class CommandRate {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final IdentityConfig config;

    /** By quota: there are few different ones, and another one begins anew. */
    private final ConcurrentMap<Integer, RateLimit> rates = new ConcurrentHashMap<>();

    CommandRate(IdentityConfig config) {
        this.config = config;
    }

    /**
     * Takes one command from what the user may give.
     *
     * @throws ProblemException if it has given as many as it may
     */
    void take(Identity identity) {
        if (identity.actor().is(Role.ADMINISTRATOR)) {
            return;
        }
        int perSecond = identity.commandsPerSecond();
        rates.computeIfAbsent(perSecond, quota -> new RateLimit(quota, SECOND, config.cacheLimit()))
                .take(identity.actor().name())
                .ifPresent(wait -> {
                    throw ProblemException.of(
                                    ProblemType.TOO_MANY_REQUESTS,
                                    "the quota 'commandsPerSecond' is " + perSecond + ", and all of them were given")
                            .retryAfter(wait);
                });
    }
}

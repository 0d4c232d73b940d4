package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Rejection;

/**
 * What a site's participant has decided about changes that it has not looked at. Only whoever runs the site can set it.
 *
 * @param mode  what happens to a change that nobody decided
 * @param until when a standing acceptance ends and asking begins again; never if absent
 */
public record AcceptancePolicy(Mode mode, Optional<Instant> until) {

    /** Each change is asked for. */
    public static final AcceptancePolicy ASK = new AcceptancePolicy(Mode.ASK, Optional.empty());

    /** All changes are accepted. */
    public static final AcceptancePolicy ACCEPT_ALL = new AcceptancePolicy(Mode.ACCEPT_ALL, Optional.empty());

    /** What happens to a change that nobody decided. */
    public enum Mode {
        /** It is proposed and waits. */
        ASK,
        /** It is accepted, without an event of its own. */
        ACCEPT_ALL
    }

    /** Says whether changes that nobody decided are accepted at that moment. */
    public boolean acceptsAll(Instant now) {
        return mode == Mode.ACCEPT_ALL
                && until.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Says why a site can't decide so, if so. */
    Optional<Rejection> flaw(String field, Instant now) {
        if (until.isPresent() && mode == Mode.ASK) {
            return Optional.of(Rejection.ofField(
                    INVALID_VALUE, field + ".until", "only a standing acceptance ends: asking goes on"));
        }
        return until.filter(end -> !end.isAfter(now))
                .map(end -> Rejection.ofField(INVALID_VALUE, field + ".until", "must be in the future"));
    }
}

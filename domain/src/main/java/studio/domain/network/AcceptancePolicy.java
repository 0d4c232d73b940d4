package studio.domain.network;

import java.time.Instant;
import java.util.Optional;

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
        return mode == Mode.ACCEPT_ALL && until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}

package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;

/** The rules. */
final class InvitationRules {

    private InvitationRules() {}

    static Decision<NetworkEvent> decide(InvitationCommand command, Network network, Entities entities, Facts facts) {
        return reject(WRONG_STATE, "not built yet");
    }

    /** What the invitation becomes by what is true now, if that is another state than its own. */
    static Optional<NetworkEvent> transition(MemberInvitation invitation, Entities entities, Instant now) {
        return Optional.empty();
    }
}

package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;

/** The rules. */
final class MemberRules {

    private MemberRules() {}

    static Decision<NetworkEvent> decide(MemberCommand command, Network network, Entities entities, Facts facts) {
        return reject(WRONG_STATE, "not built yet");
    }
}

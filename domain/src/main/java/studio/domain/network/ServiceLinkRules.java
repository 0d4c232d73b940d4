package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;

/** The rules for composition, which is not built yet. */
final class ServiceLinkRules {

    private ServiceLinkRules() {}

    static Decision<NetworkEvent> decide(ServiceLinkCommand command, Entities entities, Facts facts) {
        return reject(WRONG_STATE, "composition is not built yet");
    }
}

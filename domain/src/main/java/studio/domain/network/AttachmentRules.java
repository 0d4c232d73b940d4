package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;


/** The rules. */
final class AttachmentRules {

    private AttachmentRules() {}

    static Decision<NetworkEvent> decide(AttachmentCommand command, Network network, Entities entities) {
        return reject(WRONG_STATE, "not built yet");
    }
}

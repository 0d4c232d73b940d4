package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;

/** The rules for composition, which is not built yet. */
final class EndpointRules {

    private EndpointRules() {}

    static Decision<NetworkEvent> decide(EndpointCommand command, Entities entities, Facts facts) {
        return reject(WRONG_STATE, "composition is not built yet");
    }

    /** The names of endpoints that are allocated to that class. */
    static List<String> allocatedTo(Ref siteClass, Entities entities) {
        return List.of();
    }
}

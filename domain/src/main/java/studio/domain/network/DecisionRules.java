package studio.domain.network;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;

/** The rules for composition, which is not built yet. */
final class DecisionRules {

    private DecisionRules() {}

    static Decision<NetworkEvent> decide(DecisionCommand command, Entities entities, Facts facts) {
        return reject(WRONG_STATE, "composition is not built yet");
    }

    /** What follows from what a site reports of its endpoints; the report itself is new and the site is there. */
    static Decision<NetworkEvent> reported(
            MemberSite site, List<Deployment.Report> reports, Entities entities, Facts facts) {
        return Decision.accept();
    }
}

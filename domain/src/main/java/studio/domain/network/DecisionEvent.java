package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What a site's participant decided, and what came of it. */
public sealed interface DecisionEvent extends NetworkEvent {

    /** The site. */
    Ref site();

    /** The endpoint. */
    Uid endpoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return MemberSite.KIND.key(site().name());
    }

    /** The site holds that of the endpoint. */
    record DeploymentReported(Ref site, Uid endpoint, Deployment.Report report) implements DecisionEvent {}
}

package studio.domain.network;

import java.util.List;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;

/** What a site's participant decided about the application's parts, and what its agent says of them. */
public sealed interface DecisionEvent extends NetworkEvent {

    /** The site, by the name that it had when this happened. */
    Ref site();

    @Override
    default EntityKey subject(StreamKey stream) {
        return MemberSite.KIND.key(site().name());
    }

    /** The participant accepted these changes. */
    record ChangesAccepted(Ref site, long seq, List<Deployment.Choice> choices, String decidedBy, String signature)
            implements DecisionEvent {

        /** Keeps its own copy. */
        public ChangesAccepted {
            choices = List.copyOf(choices);
        }
    }

    /** The participant declined these changes, and where {@code remove} says so what it had accepted before. */
    record ChangesDeclined(
            Ref site,
            long seq,
            List<Deployment.Choice> choices,
            String reason,
            boolean remove,
            String decidedBy,
            String signature)
            implements DecisionEvent {

        /** Keeps its own copy. */
        public ChangesDeclined {
            choices = List.copyOf(choices);
        }
    }

    /** The site holds that, and it does like that. */
    record DeploymentsReported(Ref site, List<Deployment.Report> reports) implements DecisionEvent {

        /** Keeps its own copy. */
        public DeploymentsReported {
            reports = List.copyOf(reports);
        }
    }
}

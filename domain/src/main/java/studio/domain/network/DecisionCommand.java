package studio.domain.network;

import java.util.List;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** Decisions of a site's participant about what the application wants to change there. Only the site itself gives them. */
public sealed interface DecisionCommand extends NetworkCommand {

    /** The site. */
    Uid site();

    /** Rises with each decision of the site; one at or below the last changes nothing. */
    long seq();

    /** The changes, each as it was seen. */
    List<Deployment.Choice> choices();

    /** Who decided, as the site says. */
    String decidedBy();

    /** The decision signed with the site's key. */
    String signature();

    @Override
    default EntityKey subject(StreamKey stream) {
        return SiteIndex.key(site());
    }

    /** Accepts changes, each as it was seen. */
    record AcceptChanges(Uid site, long seq, List<Deployment.Choice> choices, String decidedBy, String signature)
            implements DecisionCommand {

        /** Keeps its own copy. */
        public AcceptChanges {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Declines changes, each as it was seen.
     *
     * @param remove whether what was accepted before is to go as well
     */
    record DeclineChanges(
            Uid site,
            long seq,
            List<Deployment.Choice> choices,
            String reason,
            boolean remove,
            String decidedBy,
            String signature)
            implements DecisionCommand {

        /** Keeps its own copy. */
        public DeclineChanges {
            choices = List.copyOf(choices);
        }
    }
}

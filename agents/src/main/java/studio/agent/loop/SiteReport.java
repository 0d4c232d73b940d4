package studio.agent.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.agent.reconcile.Round;
import studio.agent.router.Place;
import studio.domain.kernel.Uid;
import studio.domain.plan.SiteStatus;

/**
 * How a site does.
 *
 * @param health       how its router does
 * @param items        how far each item of its document is
 * @param links        how each connection to another router does, by the connector's name
 * @param places       where others reach its listeners, by the listener's name: those that were seen to listen
 * @param requests     requests for certificates that are wanted, in PEM
 * @param certificates certificates that are in use
 * @param drift        what somebody else had changed, and was put right
 * @param converged    whether the router has all that it is to have
 * @param cleanedUp    whether nothing is left, after that was wanted
 */
public record SiteReport(
        Health health,
        List<SiteStatus.ItemStatus> items,
        Map<String, LinkState> links,
        Map<String, Place> places,
        Map<Uid, String> requests,
        List<Uid> certificates,
        List<Round.Drift> drift,
        boolean converged,
        boolean cleanedUp) {

    /** Keeps its own copies. */
    public SiteReport {
        items = List.copyOf(items);
        links = Map.copyOf(links);
        places = Map.copyOf(places);
        requests = Map.copyOf(requests);
        certificates = List.copyOf(certificates);
        drift = List.copyOf(drift);
    }

    /** How a router does. */
    public sealed interface Health {

        /** It answers. */
        record Healthy(String routerId, String version) implements Health {}

        /** It does not. */
        record Unreachable(String why) implements Health {}
    }

    /**
     * How a connection to another router does.
     *
     * @param up  whether it works
     * @param why why not, in the router's own words
     */
    public record LinkState(boolean up, Optional<String> why) {}
}

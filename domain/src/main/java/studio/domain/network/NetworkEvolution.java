package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.domain.certificate.CertificateEvent;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.network.NetworkEvent.NetworkActivated;
import studio.domain.network.NetworkEvent.NetworkChanged;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkEvent.NetworkDeletionRequested;
import studio.domain.network.NetworkEvent.NetworkExpired;
import studio.domain.network.NetworkEvent.NetworkFailed;
import studio.domain.network.NetworkEvent.NetworkRequested;
import studio.domain.network.NetworkEvent.NetworkResumed;
import studio.domain.network.NetworkEvent.NetworkSuspended;

/** What each event changes in a network's stream, and in the network itself. */
final class NetworkEvolution {

    private NetworkEvolution() {}

    static List<Change> evolve(Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (recorded.event()) {
            case NetworkCreated e -> created(e, recorded, entities);
            case NetworkChanged e -> List.of(put(changed(e, recorded, entities)));
            case NetworkRequested e -> List.of(put(requested(recorded, entities)));
            case NetworkActivated e -> List.of(put(activated(recorded, entities)));
            case NetworkFailed e -> List.of(put(failed(e, recorded, entities)));
            case NetworkSuspended e -> List.of(put(suspended(e, recorded, entities)));
            case NetworkResumed e -> List.of(put(resumed(recorded, entities)));
            case NetworkExpired e -> List.of(put(expired(recorded, entities)));
            case NetworkDeletionRequested e -> List.of(put(deleting(e, recorded, entities)));
            case NetworkDeleted e -> deleted(recorded, entities);
            case AttachmentEvent e ->
                ofPresent(recorded, entities, () -> AttachmentEvolution.evolve(e, recorded, entities));
            case CertificateEvent e ->
                ofPresent(recorded, entities, () -> NetworkCertificates.evolve(e, recorded, entities));
            case HomeEvent e -> ofPresent(recorded, entities, () -> HomeEvolution.evolve(e, recorded, entities));
            case SiteClassEvent e ->
                ofPresent(recorded, entities, () -> SiteClassEvolution.evolve(e, recorded, entities));
            case InvitationEvent e ->
                ofPresent(recorded, entities, () -> InvitationEvolution.evolve(e, recorded, entities));
            case MemberEvent e -> ofPresent(recorded, entities, () -> MemberEvolution.evolve(e, recorded, entities));
            case EndpointEvent e ->
                ofPresent(recorded, entities, () -> EndpointEvolution.evolve(e, recorded, entities));
            case ServiceLinkEvent e ->
                ofPresent(recorded, entities, () -> ServiceLinkEvolution.evolve(e, recorded, entities));
            case DecisionEvent e ->
                ofPresent(recorded, entities, () -> DecisionEvolution.evolve(e, recorded, entities));
        };
    }

    /** What happens to a part happens in a network that is there. */
    private static List<Change> ofPresent(
            Recorded<NetworkEvent> recorded, Entities entities, Supplier<List<Change>> changes) {
        present(recorded, entities);
        return changes.get();
    }

    private static List<Change> created(NetworkCreated event, Recorded<NetworkEvent> recorded, Entities entities) {
        NetworkAccess.present(entities).ifPresent(network -> {
            throw recorded.impossibleFor(network);
        });
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), event.uid(), recorded);
        return List.of(put(new Network.Scheduled(meta, event.spec())), put(new Census(meta, 0)));
    }

    private static Network changed(NetworkChanged event, Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        ObjectMeta meta = network.meta().changed(recorded);
        return switch (network) {
            case Network.Scheduled n -> new Network.Scheduled(meta, event.spec());
            case Network.Requested n -> new Network.Requested(meta, event.spec());
            case Network.Active n -> new Network.Active(meta, event.spec());
            case Network.Suspended n -> new Network.Suspended(meta, event.spec(), n.cause());
            case Network.Expired n -> new Network.Expired(meta, event.spec());
            case Network.Failed n -> new Network.Failed(meta, event.spec(), n.cause());
            case Network.Deleting n -> throw recorded.impossibleFor(n);
            case Network.Deleted n -> throw recorded.impossibleFor(n);
        };
    }

    private static Network requested(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (!(network instanceof Network.Scheduled || network instanceof Network.Failed)) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Requested(network.meta(), network.spec());
    }

    private static Network activated(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (!(network instanceof Network.Requested)) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Active(network.meta(), network.spec());
    }

    private static Network failed(NetworkFailed event, Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (!(network instanceof Network.Requested)) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Failed(network.meta(), network.spec(), event.cause());
    }

    private static Network suspended(NetworkSuspended event, Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (!(network instanceof Network.Active || network instanceof Network.Suspended)) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Suspended(network.meta().changed(recorded), network.spec(), event.cause());
    }

    private static Network resumed(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (!(network instanceof Network.Suspended)) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Active(network.meta().changed(recorded), network.spec());
    }

    private static Network expired(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (network instanceof Network.Expired || network instanceof Network.Deleting) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Expired(network.meta(), network.spec());
    }

    private static Network deleting(
            NetworkDeletionRequested event, Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        if (network instanceof Network.Deleting) {
            throw recorded.impossibleFor(network);
        }
        return new Network.Deleting(network.meta().changed(recorded), network.spec(), event.purgeAt());
    }

    /** Costs as much as there is in the network, which is why it is one event. */
    private static List<Change> deleted(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = present(recorded, entities);
        List<Change> changes = new ArrayList<>();
        NetworkDecider.KINDS.forEach(kind -> entities.list(kind).forEach(entity -> changes.add(remove(entity.key()))));
        changes.add(put(new Network.Deleted(network.meta().changed(recorded), network.spec())));
        return changes;
    }

    private static Network present(Recorded<NetworkEvent> recorded, Entities entities) {
        Network network = entities.get(Network.KIND, entities.stream().name());
        if (network instanceof Network.Deleted) {
            throw recorded.impossibleFor(network);
        }
        return network;
    }
}

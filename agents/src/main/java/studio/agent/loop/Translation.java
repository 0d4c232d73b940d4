package studio.agent.loop;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import studio.agent.reconcile.EntityStatus;
import studio.agent.router.RouterEntity;
import studio.domain.kernel.Uid;

/**
 * What a document means for a router.
 *
 * @param entities     what the router is to have
 * @param entityOfItem the name of the entity that an item is, by the item's key
 * @param statuses     how far items are that are no entity, or can't be one yet, by the item's key
 * @param requests     requests for certificates that are wanted, in PEM
 * @param certificates the certificate that a profile shows, by the profile's name
 * @param leaving      whether nothing is to be left
 */
public record Translation(
        Collection<RouterEntity> entities,
        Map<String, String> entityOfItem,
        Map<String, EntityStatus> statuses,
        Map<Uid, String> requests,
        Map<String, Uid> certificates,
        boolean leaving) {

    /** Keeps its own copies. */
    public Translation {
        entities = List.copyOf(entities);
        entityOfItem = Map.copyOf(entityOfItem);
        statuses = Map.copyOf(statuses);
        requests = Map.copyOf(requests);
        certificates = Map.copyOf(certificates);
    }
}

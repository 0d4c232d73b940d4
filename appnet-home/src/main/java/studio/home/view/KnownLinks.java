package studio.home.view;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.Vector;
import studio.home.relay.Look;

/** The service links of each network, read again only when what is planned is other than before: a large network has many. */
public final class KnownLinks {

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Vector vector, ItemsHash root, ServiceLinks links) {}

    /** Those of the network of that name; on its home's event loop. */
    public ServiceLinks of(String network, Look look) {
        Known before = known.get(network);
        Vector vector = look.document().vector();
        ItemsHash root = look.document().root();
        if (before != null && before.vector().equals(vector) && before.root().equals(root)) {
            return before.links();
        }
        ServiceLinks links = ServiceLinks.of(look);
        known.put(network, new Known(vector, root, links));
        return links;
    }

    /** There are these networks alone. */
    public void retain(Set<String> networks) {
        known.keySet().retainAll(networks);
    }
}

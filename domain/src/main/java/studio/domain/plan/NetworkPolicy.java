package studio.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.kernel.Uid;

/**
 * What a network's sites may do on an interior router: reach each other's services and their home, and nothing else. The lists were
 * tried on a router; with wider ones a site manages its neighbours' routers, with narrower ones nothing gets through.
 */
final class NetworkPolicy {

    /** No host has this address (RFC 5737), so whoever may come only from there is refused when it connects. */
    private static final String NOWHERE = "192.0.2.1";

    private static final String EVERYWHERE = "*";

    /**
     * Where an edge router says which mesh of edge routers it is in. An interior router that has not been told takes what an edge offers
     * for something that this edge can use elsewhere, and gets half of what the edge could have served itself.
     */
    private static final String MESH = "_$qd.mesh_discovery";

    private NetworkPolicy() {}

    /** The policy for those who come to that attachment. */
    static RouterSpec.Vhost of(NetworkAttachment attachment) {
        String vanId = attachment.spec().vanId();
        NetworkAttachment.Admission admission = attachment.admission();
        List<RouterSpec.VhostGroup> groups = new ArrayList<>();
        groups.add(group("$default", List.of(), sources(vanId), vanId));
        admission
                .home()
                .ifPresent(home -> groups.add(group(
                        "home",
                        List.of(home),
                        Stream.concat(sources(vanId).stream(), Stream.of(vanId + ".feed/*"))
                                .toList(),
                        vanId)));
        if (!admission.denied().isEmpty()) {
            groups.add(new RouterSpec.VhostGroup(
                    "denied", admission.denied().stream().sorted().toList(), NOWHERE, List.of(), List.of()));
        }
        return new RouterSpec.Vhost("vhost-net-" + vanId, "net-" + vanId, groups);
    }

    private static List<String> sources(String vanId) {
        return List.of(vanId + "/*", vanId + "-${user}", "_$qd.edge_addr_tracking");
    }

    private static RouterSpec.VhostGroup group(String name, List<Uid> users, List<String> sources, String vanId) {
        List<String> targets = List.of(vanId + "/#", vanId + ".feed/#", "amqp:/_edge/*/temp.#", MESH);
        return new RouterSpec.VhostGroup(name, users, EVERYWHERE, sources, targets);
    }
}

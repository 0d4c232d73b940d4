package studio.standin.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.standin.mesh.Mesh;
import studio.standin.peer.Node;

/** Rows of entities that nobody configures: the routers of the network, and what vhosts have counted. */
record ComputedRows(Node node, Optional<Mesh> mesh) {

    /** Rows of types whose entities are nowhere configured. */
    List<Map<String, Object>> of(EntityType type) {
        return switch (type.shortName()) {
            case "router.node" -> nodes();
            case "vhostStats" -> vhostStats();
            default -> List.of();
        };
    }

    private List<Map<String, Object>> vhostStats() {
        List<Map<String, Object>> rows = new ArrayList<>();
        node.policy().counted().forEach((hostname, stats) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("hostname", hostname);
            row.put("identity", "vhostStats/" + hostname);
            row.put("name", "vhostStats/" + hostname);
            row.put("type", "io.skupper.router.vhostStats");
            row.put("connectionsApproved", (int) stats.approved);
            row.put("connectionsDenied", (int) stats.denied);
            row.put("connectionsCurrent", (int) stats.current);
            row.put("senderDenied", (int) stats.senderDenied);
            row.put("receiverDenied", (int) stats.receiverDenied);
            rows.add(row);
        });
        return rows;
    }

    private List<Map<String, Object>> nodes() {
        List<Map<String, Object>> rows = new ArrayList<>();
        mesh.ifPresent(network -> network.nodes().forEach(view -> rows.add(row(view, rows.size()))));
        return rows;
    }

    private static Map<String, Object> row(Mesh.NodeView view, int index) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", view.id());
        row.put("protocolVersion", 1);
        row.put("instance", (int) (view.instance() / 1000));
        row.put("linkState", List.copyOf(view.neighbours().keySet()));
        row.put("nextHop", view.nextHop());
        row.put("validOrigins", List.of());
        row.put("address", "amqp:/_topo/0/" + view.id());
        if (index > 0) {
            row.put("cost", (int) view.cost());
        }
        row.put("lastTopoChange", (int) view.lastChange());
        row.put("index", index);
        row.put("name", "router.node/" + view.id());
        row.put("identity", "router.node/" + view.id());
        row.put("type", "io.skupper.router.router.node");
        return row;
    }
}

package studio.standin.manage;

import static studio.standin.manage.CoreAgent.uint;
import static studio.standin.manage.CoreAgent.ulong;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSession;
import org.apache.qpid.proton.engine.Receiver;
import studio.standin.core.AddressTable;
import studio.standin.mesh.Mesh;
import studio.standin.peer.LinkView;
import studio.standin.peer.Node;
import studio.standin.peer.Peer;
import studio.standin.peer.Role;
import studio.standin.peer.RouterTerms;
import studio.standin.tcp.TcpAdaptor;
import studio.standin.tcp.TcpFlow;

/** The tables that are computed when somebody asks: connections, links, addresses, metrics. */
final class CoreTables {

    private static final Map<String, String> COLUMNS = Map.of(
            "connection",
            "name identity host localSocket role protocol dir container sasl isAuthenticated user isEncrypted sslProto "
                    + "sslCipher properties sslSsf type ssl opened active adminStatus operStatus uptimeSeconds "
                    + "lastDlvSeconds enableProtocolTrace meshId tlsOrdinal groupCorrelationId groupOrdinal",
            "router.link",
            "name identity type linkName linkType linkDir owningAddr capacity undeliveredCount unsettledCount "
                    + "deliveryCount connectionId operStatus presettledCount droppedPresettledCount acceptedCount "
                    + "rejectedCount releasedCount modifiedCount deliveriesDelayed1Sec deliveriesDelayed10Sec "
                    + "deliveriesStuck openMovedStreams ingressHistogram priority settleRate creditAvailable "
                    + "zeroCreditSeconds",
            "router.address",
            "name identity type key distribution inProcess subscriberCount remoteCount remoteHostRouters "
                    + "deliveriesIngress deliveriesEgress deliveriesTransit deliveriesToContainer "
                    + "deliveriesFromContainer deliveriesEgressRouteContainer deliveriesIngressRouteContainer "
                    + "deliveriesEgressInterNetwork deliveriesIngressInterNetwork transitOutstanding "
                    + "trackedDeliveries priority deliveriesRedirectedToFallback watch",
            "router.config.address",
            "name identity type prefix distribution pattern priority",
            "router.config.autoLink",
            "name identity type address direction connection containerId externalAddress linkRef operStatus lastError",
            "routerMetrics",
            "identity type id addrCount linkCount nodeCount autoLinkCount connectionCount presettledDeliveries "
                    + "droppedPresettledDeliveries acceptedDeliveries rejectedDeliveries releasedDeliveries "
                    + "modifiedDeliveries deliveriesDelayed1Sec deliveriesDelayed10Sec deliveriesStuck "
                    + "deliveriesIngress deliveriesEgress deliveriesTransit deliveriesIngressRouteContainer "
                    + "deliveriesEgressRouteContainer deliveriesIngressInterNetwork deliveriesEgressInterNetwork "
                    + "deliveriesRedirectedToFallback linksBlocked uptimeSeconds memoryUsage residentMemoryUsage "
                    + "connectionCounters version");

    /** Types whose header has a nameless column at its end. */
    private static final Set<String> WITH_NAMELESS_COLUMN = Set.of("router.link", "routerMetrics");

    private final Node node;
    private final TcpAdaptor tcp;
    private final Optional<Mesh> mesh;
    private final long since = System.nanoTime();

    CoreTables(Node node, TcpAdaptor tcp, Optional<Mesh> mesh) {
        this.node = node;
        this.tcp = tcp;
        this.mesh = mesh;
    }

    List<String> columns(String type) {
        List<String> columns = new ArrayList<>(
                List.of(COLUMNS.getOrDefault(type, "name identity type").split(" ")));
        if (WITH_NAMELESS_COLUMN.contains(type)) {
            columns.add("");
        }
        return columns;
    }

    List<Map<String, Object>> rows(String type) {
        return switch (type) {
            case "connection" -> connections();
            case "router.link" -> links();
            case "router.address" -> addresses();
            case "routerMetrics" -> List.of(metrics());
            default -> List.of();
        };
    }

    private List<Map<String, Object>> connections() {
        List<Map<String, Object>> rows = new ArrayList<>();
        node.peers().forEach(peer -> rows.add(connection(peer)));
        tcp.flows().forEach(flow -> rows.add(connection(flow)));
        tcp.dispatchers().forEach(number -> rows.add(tcpRow(number, "egress-dispatch", "", false, 0)));
        return rows;
    }

    private static Map<String, Object> row(String type, String name, long identity) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("identity", Long.toString(identity));
        row.put("type", EntityType.PREFIX + type);
        return row;
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private static Map<String, Object> connection(Peer peer) {
        String host = text(peer.remoteAddress());
        Map<String, Object> row = row("connection", "connection/" + host, peer.number());
        row.put("host", host);
        row.put("role", peer.role().text());
        row.put("protocol", "amqp");
        row.put("dir", peer.start().outgoing() ? "out" : "in");
        row.put("container", peer.container());
        row.put("sasl", peer.connection().mechanism().orElse(""));
        row.put("isAuthenticated", peer.connection().mechanism().isPresent());
        row.put("user", peer.user());
        row.put("properties", peer.connection().remoteProperties());
        row.put("opened", peer.open());
        row.put("active", true);
        row.put("adminStatus", "enabled");
        row.put("operStatus", "up");
        row.put("uptimeSeconds", uint(peer.uptimeSeconds()));
        row.put("enableProtocolTrace", false);
        Optional<SSLSession> tls = peer.tlsSession();
        row.put("isEncrypted", tls.isPresent());
        row.put("ssl", tls.isPresent());
        tls.ifPresent(session -> {
            row.put("sslProto", session.getProtocol());
            row.put("sslCipher", session.getCipherSuite());
            row.put("tlsOrdinal", ulong(peer.security().ordinal()));
        });
        row.put("sslSsf", tls.isPresent() ? 256L : 0L);
        said(peer, RouterTerms.GROUP).ifPresent(group -> row.put("groupCorrelationId", group.toString()));
        said(peer, RouterTerms.GENERATION)
                .ifPresent(generation -> row.put("groupOrdinal", ulong(((Number) generation).longValue())));
        return row;
    }

    private static Optional<Object> said(Peer peer, String property) {
        return peer.role() == Role.INTER_ROUTER || peer.role() == Role.INTER_ROUTER_DATA
                ? Optional.ofNullable(peer.facts().get(property))
                        .or(() -> Optional.ofNullable(
                                peer.connection().remoteProperties().get(property)))
                : Optional.empty();
    }

    private static Map<String, Object> connection(TcpFlow flow) {
        long seconds = (System.currentTimeMillis() * 1000 - flow.started()) / 1_000_000;
        return tcpRow(flow.number(), text(flow.peer()), text(flow.local()), flow.incoming(), seconds);
    }

    private static Map<String, Object> tcpRow(long number, String host, String local, boolean incoming, long seconds) {
        Map<String, Object> row = row("connection", "connection/" + host, number);
        row.put("host", host);
        if (!local.isEmpty()) {
            row.put("localSocket", local);
        }
        row.put("role", "normal");
        row.put("protocol", "tcp");
        row.put("dir", incoming ? "in" : "out");
        row.put("container", "TcpAdaptor");
        row.put("sasl", "");
        row.put("isAuthenticated", false);
        row.put("user", "");
        row.put("isEncrypted", false);
        row.put("properties", Map.of("qd.adaptor", "tcp"));
        row.put("sslSsf", 0L);
        row.put("ssl", false);
        row.put("opened", true);
        row.put("active", true);
        row.put("adminStatus", "enabled");
        row.put("operStatus", "up");
        row.put("uptimeSeconds", uint(seconds));
        row.put("lastDlvSeconds", uint(0));
        row.put("enableProtocolTrace", false);
        return row;
    }

    private List<Map<String, Object>> links() {
        List<Map<String, Object>> rows = new ArrayList<>();
        node.peers().forEach(peer -> peer.attachments().links().forEach(link -> rows.add(link(link, rows.size() + 1))));
        return rows;
    }

    private static Map<String, Object> link(LinkView link, int identity) {
        Map<String, Object> row = row("router.link", link.link().getName(), identity);
        row.put("linkName", link.link().getName());
        row.put("linkType", linkType(link));
        row.put("linkDir", link.link() instanceof Receiver ? "in" : "out");
        if (!link.address().isEmpty()) {
            row.put("owningAddr", owner(link.address()));
        }
        row.put("capacity", uint(250));
        row.put("undeliveredCount", ulong(link.waiting()));
        row.put("unsettledCount", ulong(link.unsettled()));
        row.put("deliveryCount", ulong(link.deliveries()));
        row.put("connectionId", Long.toString(link.peer().number()));
        row.put("operStatus", "up");
        row.put("creditAvailable", uint(Math.max(0, link.link().getCredit())));
        return row;
    }

    private static String owner(String address) {
        int temporary = address.indexOf("/temp.");
        return temporary < 0 ? "M" + address : "L" + address.substring(temporary + 1);
    }

    private static String linkType(LinkView link) {
        if (link.peer().role() == Role.INTER_ROUTER) {
            return link.address().endsWith("states") ? "router-control" : "inter-router";
        }
        return "endpoint";
    }

    private List<Map<String, Object>> addresses() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AddressTable.Entry entry : node.forwarder().addresses().all()) {
            Map<String, Object> row = row("router.address", "M" + entry.name(), rows.size() + 1L);
            row.put("identity", "M" + entry.name());
            row.put("key", "M" + entry.name());
            row.put(
                    "distribution",
                    node.forwarder().distributions().of(entry.name()).text());
            row.put("inProcess", uint(0));
            row.put("subscriberCount", uint(entry.destinations().size()));
            row.put(
                    "remoteCount",
                    uint(mesh.map(network -> network.consumers(entry.name()).size())
                            .orElse(0)));
            row.put("deliveriesIngress", ulong(entry.ingress()));
            row.put("deliveriesEgress", ulong(entry.egress()));
            row.put("watch", false);
            rows.add(row);
        }
        mesh.ifPresent(network -> network.elsewhereOnly().forEach((address, routers) -> {
            Map<String, Object> row = row("router.address", "M" + address, rows.size() + 1L);
            row.put("identity", "M" + address);
            row.put("key", "M" + address);
            row.put("distribution", node.forwarder().distributions().of(address).text());
            row.put("subscriberCount", uint(0));
            row.put("remoteCount", uint(routers));
            rows.add(row);
        }));
        return rows;
    }

    /** As in the real router, the version stands one column too far to the right and has no name. */
    private Map<String, Object> metrics() {
        Map<String, Object> row = row("routerMetrics", "router/" + node.id(), 1);
        row.put("", Node.VERSION);
        row.put("type", "org.apache.qpid.dispatch.routerMetrics");
        row.put("id", node.id());
        row.put("addrCount", ulong(node.forwarder().addresses().all().size()));
        row.put("linkCount", ulong(links().size()));
        row.put("nodeCount", ulong(mesh.map(network -> network.nodes().size()).orElse(1)));
        row.put("autoLinkCount", ulong(0));
        row.put("connectionCount", ulong(node.peers().size()));
        row.put("uptimeSeconds", uint((System.nanoTime() - since) / 1_000_000_000));
        return row;
    }
}

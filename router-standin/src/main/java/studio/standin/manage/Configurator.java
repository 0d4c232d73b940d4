package studio.standin.manage;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.standin.core.Distribution;
import studio.standin.peer.Connecting;
import studio.standin.peer.Listening;
import studio.standin.peer.Node;
import studio.standin.peer.Ports;
import studio.standin.peer.Role;
import studio.standin.peer.RouterTerms;
import studio.standin.policy.VhostRules;
import studio.standin.tcp.TcpAdaptor;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsFiles;
import studio.standin.tls.TlsProfile;

/** Makes what stands behind the entities. */
public final class Configurator {

    private final Node node;
    private final TcpEntities tcp;
    private final Map<String, Connecting> connectors = new LinkedHashMap<>();
    private final List<Listening> listeners = new ArrayList<>();
    private final List<HttpListening> httpListeners = new ArrayList<>();
    private final List<io.netty.channel.ChannelFuture> bindings = new ArrayList<>();
    private int dataConnections = 2;

    /** For that node. */
    public Configurator(Node node, TcpAdaptor adaptor) {
        this.node = node;
        this.tcp = new TcpEntities(this, adaptor);
    }

    /** What is being bound since the start. */
    public List<io.netty.channel.ChannelFuture> bindings() {
        return List.copyOf(bindings);
    }

    /** Its TCP listeners and connectors. */
    public TcpEntities tcp() {
        return tcp;
    }

    /** Its connectors by name. */
    public Map<String, Connecting> connectors() {
        return connectors;
    }

    /** Its listeners. */
    public List<Listening> listeners() {
        return List.copyOf(listeners);
    }

    Live create(Entity entity) throws ManagementException {
        Attributes attributes = new Attributes(entity.configured());
        return switch (entity.type().shortName()) {
            case "router" -> router(attributes);
            case "policy" -> policy(attributes);
            case "sslProfile" -> profile(attributes);
            case "listener" -> listener(attributes);
            case "connector" -> connector(attributes);
            case "vhost" -> vhost(entity);
            case "tcpListener" -> tcp.listener(attributes);
            case "tcpConnector" -> tcp.connector(attributes);
            case "listenerAddress" -> tcp.address(attributes);
            default -> Live.NOTHING;
        };
    }

    private Live router(Attributes attributes) {
        node.forwarder().distributions().otherwise(Distribution.of(attributes.text("defaultDistribution", "balanced")));
        String count = attributes.text("dataConnectionCount", "auto");
        dataConnections =
                count.equals("auto") ? (attributes.number("workerThreads", 4) + 1) / 2 : Integer.parseInt(count);
        return new Live() {
            @Override
            public Map<String, Object> state() {
                return Map.of("area", "0", "hostName", "localhost");
            }
        };
    }

    private Live policy(Attributes attributes) {
        if (attributes.flag("enableVhostPolicy")) {
            node.policy().enable(attributes.text("defaultVhost", "$default"));
        }
        return new Live() {
            @Override
            public Map<String, Object> state() {
                return node.policy().totals();
            }
        };
    }

    Optional<TlsProfile> use(Attributes attributes) throws ManagementException {
        Optional<String> name = attributes.text("sslProfile");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<TlsProfile> profile = Optional.ofNullable(node.profiles().get(name.get()));
        if (profile.isEmpty()) {
            throw ManagementException.core("Not found: sslProfile '" + name.get() + "' not found");
        }
        try {
            profile.get().use();
        } catch (TlsException e) {
            throw ManagementException.core(
                    "Configuration: " + e.getMessage() + " from sslProfile '" + name.get() + "'");
        }
        return profile;
    }

    private static TlsFiles files(Attributes attributes) {
        return new TlsFiles(
                attributes.path("caCertFile"),
                attributes.path("certFile"),
                attributes.path("privateKeyFile"),
                attributes.text("protocols"));
    }

    private static void checkOrdinals(Attributes attributes) throws ManagementException {
        int ordinal = attributes.number("ordinal", 0);
        int oldest = attributes.number("oldestValidOrdinal", 0);
        if (ordinal < 0 || oldest < 0 || oldest > ordinal) {
            throw ManagementException.core("Configuration: sslProfile '" + attributes.text("name", "")
                    + "': ordinal must be >= oldestValidOrdinal");
        }
    }

    private Live profile(Attributes attributes) throws ManagementException {
        checkOrdinals(attributes);
        TlsProfile profile = new TlsProfile(
                attributes.text("name", ""),
                attributes.text("uidFormat", ""),
                files(attributes),
                attributes.number("ordinal", 0),
                attributes.number("oldestValidOrdinal", 0));
        node.profiles().put(profile.name(), profile);
        return new Live() {
            @Override
            public void update(Map<String, Object> changed) throws ManagementException {
                Attributes given = new Attributes(changed);
                checkOrdinals(given);
                try {
                    profile.change(files(given), given.number("ordinal", 0), given.number("oldestValidOrdinal", 0));
                } catch (TlsException e) {
                    throw ManagementException.core(
                            "Configuration: " + e.getMessage() + " from sslProfile '" + profile.name() + "'");
                }
                rotated(profile);
            }

            @Override
            public void delete() {
                node.profiles().remove(profile.name());
            }
        };
    }

    private void rotated(TlsProfile profile) {
        connectors.values().stream()
                .filter(connector ->
                        connector.profile().filter(used -> used == profile).isPresent())
                .toList()
                .forEach(Connecting::rotated);
        node.closeExpired(profile);
    }

    private static RouterTerms.Frame frame(Attributes attributes) {
        return new RouterTerms.Frame(
                attributes.number("maxFrameSize", 16_384), attributes.number("idleTimeoutSeconds", 16));
    }

    private static Role role(Attributes attributes) {
        return Role.of(attributes.text("role", "normal")).orElse(Role.NORMAL);
    }

    private Live listener(Attributes attributes) throws ManagementException {
        if (attributes.flag("http")) {
            return http(attributes);
        }
        Listening listening = new Listening(
                node,
                new Listening.Settings(
                        attributes.text("name", ""),
                        address(attributes),
                        role(attributes),
                        attributes.number("cost", 1),
                        use(attributes),
                        attributes.words("saslMechanisms"),
                        attributes.flag("authenticatePeer"),
                        attributes.flag("requireSsl") || attributes.flag("requireEncryption"),
                        frame(attributes),
                        attributes.text("policyVhost"),
                        failover(attributes)));
        bindings.add(listening.start());
        listeners.add(listening);
        return new Live() {
            @Override
            public void delete() {
                listeners.remove(listening);
                listening.close();
            }
        };
    }

    private static InetSocketAddress address(Attributes attributes) throws ManagementException {
        String port = attributes.text("port", "amqp");
        if (!Ports.known(port)) {
            throw ManagementException.core("Configuration: unknown port '" + port + "'");
        }
        return attributes
                .text("host")
                .map(host -> new InetSocketAddress(host, Ports.number(port)))
                .orElseGet(() -> new InetSocketAddress(Ports.number(port)));
    }

    private static List<Map<String, Object>> failover(Attributes attributes) {
        List<Map<String, Object>> servers = new ArrayList<>();
        for (String url : attributes.words("failoverUrls")) {
            String[] place = url.replaceFirst("^[a-z]+://", "").split(":", 2);
            Map<String, Object> server = new HashMap<>();
            server.put("network-host", place[0]);
            server.put("port", place.length > 1 ? place[1] : "5672");
            servers.add(server);
        }
        return servers;
    }

    private Live http(Attributes attributes) throws ManagementException {
        HttpListening listening = HttpListening.start(address(attributes), node);
        httpListeners.add(listening);
        return new Live() {
            @Override
            public void delete() throws ManagementException {
                throw ManagementException.bad("HTTP listeners cannot be deleted");
            }
        };
    }

    private Live connector(Attributes attributes) throws ManagementException {
        String port = attributes.text("port", "amqp");
        if (!Ports.known(port)) {
            throw ManagementException.core("Configuration: unknown port '" + port + "'");
        }
        Connecting connecting = new Connecting(
                node,
                new Connecting.Settings(
                        attributes.text("name", ""),
                        attributes.text("host", "127.0.0.1"),
                        Ports.number(port),
                        role(attributes),
                        attributes.number("cost", 1),
                        use(attributes),
                        attributes.flag("verifyHostname"),
                        attributes.words("saslMechanisms"),
                        frame(attributes),
                        attributes.text("policyVhost"),
                        dataConnections));
        connectors.put(attributes.text("name", ""), connecting);
        connecting.start();
        return new Live() {
            @Override
            public Map<String, Object> state() {
                Map<String, Object> state = new HashMap<>();
                state.put("connectionStatus", connecting.status());
                state.put("failoverUrls", connecting.failoverUrls());
                state.put("connectionMsg", connecting.message());
                return state;
            }

            @Override
            public void delete() {
                connectors.remove(attributes.text("name", ""));
                connecting.close();
            }
        };
    }

    private Live vhost(Entity entity) {
        node.policy().put(VhostRules.of(entity.configured()));
        return new Live() {
            @Override
            public void update(Map<String, Object> changed) {
                node.policy().put(VhostRules.of(changed));
            }

            @Override
            public void delete() {
                node.policy().remove(entity.text("hostname"));
            }
        };
    }

    /** Closes everything, for good. */
    public void close() {
        connectors.values().forEach(Connecting::close);
        listeners.forEach(Listening::close);
        httpListeners.forEach(HttpListening::close);
        tcp.close();
    }
}

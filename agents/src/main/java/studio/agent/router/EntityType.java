package studio.agent.router;

import static studio.agent.router.Column.fixed;
import static studio.agent.router.Column.updatable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The types of entities that an agent makes, with every attribute that can be wanted. What a router counts or finds out by itself is
 * no such attribute: {@link #reported} names those.
 */
public enum EntityType {
    /** Certificate, key and whom to trust. */
    SSL_PROFILE(
            "sslProfile",
            List.of(
                    updatable("ciphers"),
                    updatable("protocols"),
                    updatable("caCertFile"),
                    updatable("certFile"),
                    updatable("privateKeyFile"),
                    fixed("uidFormat"),
                    fixed("uidNameMappingFile"),
                    updatable("ordinal", 0),
                    updatable("oldestValidOrdinal", 0)),
            List.of()),
    /** Who may do what on connections that name it. */
    VHOST(
            "vhost",
            List.of(
                    fixed("hostname"),
                    updatable("aliases"),
                    updatable("maxConnections", 65_535),
                    updatable("maxConnectionsPerUser", 65_535),
                    updatable("maxConnectionsPerHost", 65_535),
                    updatable("allowUnknownUser", false),
                    updatable("groups")),
            List.of()),
    /** How deliveries to addresses of a pattern are spread. */
    ADDRESS(
            "router.config.address",
            List.of(fixed("prefix"), fixed("pattern"), fixed("distribution", "balanced"), fixed("priority", -1)),
            List.of()),
    /** Where others connect with AMQP. */
    LISTENER(
            "listener",
            Stream.concat(
                            Schema.amqp("").stream(),
                            Stream.of(
                                    fixed("authenticatePeer", false),
                                    fixed("requireEncryption", false),
                                    fixed("requireSsl", false),
                                    fixed("initialHandshakeTimeoutSeconds", 0),
                                    fixed("failoverUrls"),
                                    fixed("http", false)))
                    .toList(),
            List.of()),
    /** A connection that the router makes. */
    CONNECTOR(
            "connector",
            Stream.concat(
                            Schema.amqp("127.0.0.1").stream(),
                            Stream.of(
                                    fixed("proxyProfile"),
                                    fixed("allowRedirect", true),
                                    fixed("verifyHostname", true),
                                    fixed("saslUsername")))
                    .toList(),
            List.of("connectionStatus", "connectionMsg")),
    /** Where an address of the network can be called by TCP. */
    TCP_LISTENER(
            "tcpListener",
            List.of(
                    fixed("address"),
                    fixed("host", ""),
                    fixed("port"),
                    fixed("backlog", 0),
                    fixed("multiAddressStrategy", "none"),
                    fixed("siteId"),
                    fixed("sslProfile"),
                    fixed("authenticatePeer", false),
                    updatable("observer", "auto")),
            List.of("operStatus", "connectionMsg")),
    /** Where calls to an address of the network go by TCP. */
    TCP_CONNECTOR(
            "tcpConnector",
            List.of(
                    fixed("address"),
                    fixed("host", "127.0.0.1"),
                    fixed("port"),
                    fixed("siteId"),
                    fixed("processId"),
                    fixed("sslProfile"),
                    fixed("verifyHostname", true)),
            List.of());

    private static final String NAMESPACE = "io.skupper.router.";

    private final String shortName;

    @SuppressWarnings("ImmutableEnumChecker") // copies that can't be changed
    private final List<Column> columns;

    @SuppressWarnings("ImmutableEnumChecker") // copies that can't be changed
    private final List<String> reported;

    EntityType(String shortName, List<Column> columns, List<String> reported) {
        this.shortName = shortName;
        this.columns = List.copyOf(columns);
        this.reported = List.copyOf(reported);
    }

    /** What it is called in management. The short form would reach the wrong one of the router's two agents for some. */
    public String longName() {
        return NAMESPACE + shortName;
    }

    /** What it is called in a router's configuration file. */
    public String fileName() {
        return this == ADDRESS ? "address" : shortName;
    }

    /** The attributes that can be wanted. */
    public List<Column> columns() {
        return columns;
    }

    /** The attributes that the router finds out and an agent wants to know. */
    public List<String> reported() {
        return reported;
    }

    /** The names of all attributes to ask for. */
    public List<String> queried() {
        return Stream.of(Stream.of("name"), columns.stream().map(Column::name), reported.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** What listeners and connectors have in common. */
    private static final class Schema {

        private static final int FRAME = 16_384;
        private static final int SESSIONS = 32_768;
        private static final int IDLE_SECONDS = 16;

        static List<Column> amqp(String host) {
            return List.of(
                    fixed("host", host),
                    fixed("port", "amqp"),
                    fixed("socketAddressFamily"),
                    fixed("role", "normal"),
                    fixed("cost", 1),
                    fixed("sslProfile"),
                    fixed("saslMechanisms"),
                    fixed("maxFrameSize", FRAME),
                    fixed("maxSessions", SESSIONS),
                    fixed("maxSessionFrames"),
                    fixed("idleTimeoutSeconds", IDLE_SECONDS),
                    fixed("stripAnnotations", "both"),
                    fixed("linkCapacity"),
                    fixed("policyVhost"));
        }
    }
}

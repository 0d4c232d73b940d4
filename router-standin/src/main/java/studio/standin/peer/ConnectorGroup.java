package studio.standin.peer;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.AmqpPeers;
import studio.standin.amqp.SaslSide;
import studio.standin.tls.PeerName;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsProfile;

/** The connections that a connector makes with one generation of its certificate: one, or for interior routers one and some for bytes alone. */
final class ConnectorGroup {

    private static final long RETRY_MILLIS = 2000;

    private final Connecting connector;
    private final long generation;
    private final int ordinal;
    private final String correlator = UUID.randomUUID().toString().substring(0, 8);
    private final List<Peer> peers = new ArrayList<>();
    private Optional<Future<?>> retry = Optional.empty();
    private boolean connecting;
    private boolean closed;

    ConnectorGroup(Connecting connector, long generation, int ordinal) {
        this.connector = connector;
        this.generation = generation;
        this.ordinal = ordinal;
    }

    long generation() {
        return generation;
    }

    void connect() {
        connect(false);
    }

    void retryNow() {
        if (!connecting && peers.isEmpty()) {
            retry.ifPresent(waiting -> waiting.cancel(false));
            connect();
        }
    }

    private void connect(boolean data) {
        if (closed) {
            return;
        }
        connecting = true;
        Connecting.Settings settings = connector.settings();
        Security security = Security.of(settings.profile());
        try {
            Optional<SslContext> tls = context(settings.profile());
            InetSocketAddress target = connector.targets().current();
            connector
                    .node()
                    .amqp()
                    .connect(target, tls, channel -> plan(channel, security, data), reason -> lost(data, reason));
        } catch (TlsException e) {
            lost(data, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<SslContext> context(Optional<TlsProfile> profile) throws TlsException {
        return profile.isPresent() ? Optional.of(profile.get().use().client()) : Optional.empty();
    }

    private AmqpPeers.Plan plan(Channel channel, Security security, boolean data) {
        Connecting.Settings settings = connector.settings();
        Peer peer = new Peer(
                connector.node(),
                new Peer.Start(settings.role(), true, settings.name(), security, settings.policyVhost()),
                channel);
        peer.facts().put(RouterTerms.GROUP, correlator);
        peer.facts().put(RouterTerms.GENERATION, (long) ordinal);
        peer.facts().put(RouterTerms.COST, settings.cost());
        peer.whenClosed(reason -> {
            peers.remove(peer);
            lost(data, reason);
        });
        return new AmqpPeers.Plan(
                RouterTerms.of(connector.node(), settings.host(), settings.frame(), properties(), capabilities(data)),
                SaslSide.client(mechanisms()),
                new Outgoing(peer, made -> opened(peer, made, data)));
    }

    private List<String> mechanisms() {
        List<String> own = connector.settings().mechanisms();
        if (!own.isEmpty()) {
            return own;
        }
        return connector.settings().profile().isPresent() ? List.of("EXTERNAL", "ANONYMOUS") : List.of("ANONYMOUS");
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(RouterTerms.COST, connector.settings().cost());
        properties.put(RouterTerms.GROUP, correlator);
        properties.put(RouterTerms.GENERATION, (long) ordinal);
        return properties;
    }

    private static List<String> capabilities(boolean data) {
        return data ? List.of("qd.router", RouterTerms.DATA) : List.of("qd.router");
    }

    /** Looks at whom we reached before anything else is said. */
    private boolean opened(Peer peer, AmqpConnection made, boolean data) {
        connecting = false;
        if (closed || !isExpected(peer)) {
            made.abandon("SSL Failure: certificate verify failed");
            return false;
        }
        peers.add(peer);
        if (!data) {
            connector.targets().learn(made.remoteProperties());
            connector.connected();
            for (int i = 0; i < dataConnections(); i++) {
                connect(true);
            }
        }
        return true;
    }

    private int dataConnections() {
        return connector.settings().role() == Role.INTER_ROUTER
                ? connector.settings().dataConnections()
                : 0;
    }

    private boolean isExpected(Peer peer) {
        return !connector.settings().verifyHostname()
                || connector.settings().profile().isEmpty()
                || peer.tlsSession()
                        .flatMap(PeerName::certificate)
                        .filter(certificate -> PeerName.isHost(
                                certificate, connector.targets().current().getHostString()))
                        .isPresent();
    }

    private void lost(boolean data, String reason) {
        connecting = false;
        if (closed || (data && peers.isEmpty())) {
            return;
        }
        if (!data) {
            connector.failed(connector.targets().name(), reason);
            connector.targets().next();
            closePeers();
        }
        if (connector.keeps(this)) {
            retry = Optional.of(connector.node().after(RETRY_MILLIS, () -> connect(data)));
        } else {
            close();
        }
    }

    private void closePeers() {
        List.copyOf(peers).forEach(Peer::close);
        peers.clear();
    }

    void close() {
        closed = true;
        retry.ifPresent(waiting -> waiting.cancel(false));
        closePeers();
    }
}

package studio.standin.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.amqp.AmqpPeers;
import studio.standin.amqp.SaslSide;
import studio.standin.amqp.Unheard;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsFiles;
import studio.standin.tls.TlsProfile;

/** One AMQP listener. Whether it could bind is said in the log alone, as the real router does. */
public final class Listening {

    private static final Logger LOGGER = LoggerFactory.getLogger(Listening.class);

    /** How it listens. */
    public record Settings(
            String name,
            InetSocketAddress address,
            Role role,
            int cost,
            Optional<TlsProfile> profile,
            List<String> mechanisms,
            boolean authenticatePeer,
            boolean requireTls,
            RouterTerms.Frame frame,
            Optional<String> policyVhost,
            List<Map<String, Object>> failover) {}

    private final Node node;
    private final Settings settings;
    private Optional<Channel> bound = Optional.empty();
    private boolean closed;

    /** A listener that does not listen yet. */
    public Listening(Node node, Settings settings) {
        this.node = node;
        this.settings = settings;
    }

    /** Listens; what is done when it does, or cannot, is for who waits for that. */
    public ChannelFuture start() {
        ChannelFuture binding =
                node.amqp().listen(settings.address(), this::context, settings.requireTls(), this::plan);
        binding.addListener((ChannelFuture done) -> {
            if (!done.isSuccess()) {
                LOGGER.error(
                        "Listener {} failed: {}: {}",
                        settings.name(),
                        settings.address(),
                        done.cause().getMessage());
            } else if (closed) {
                Unheard.outcome(done.channel().close());
            } else {
                bound = Optional.of(done.channel());
                LOGGER.info(
                        "{}: listening on {} ({})",
                        node.id(),
                        done.channel().localAddress(),
                        settings.role().text());
            }
        });
        return binding;
    }

    /** Its name. */
    public String name() {
        return settings.name();
    }

    /** What its connections are for. */
    public Role role() {
        return settings.role();
    }

    /** Where it listens, once it does. */
    public Optional<InetSocketAddress> localAddress() {
        return bound.map(channel -> (InetSocketAddress) channel.localAddress());
    }

    private Optional<SslContext> context() {
        return settings.profile().map(profile -> {
            try {
                TlsFiles.Contexts contexts = profile.use();
                return settings.authenticatePeer() ? contexts.asking() : contexts.server();
            } catch (TlsException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private AmqpPeers.Plan plan(Channel channel) {
        Peer peer = new Peer(
                node,
                new Peer.Start(
                        settings.role(),
                        false,
                        settings.name(),
                        Security.of(settings.profile()),
                        settings.policyVhost()),
                channel);
        return new AmqpPeers.Plan(
                RouterTerms.of(node, "", settings.frame(), openProperties(), List.of("ANONYMOUS-RELAY")),
                SaslSide.server(offered(), mechanism -> accepts(mechanism, peer)),
                peer);
    }

    private Map<String, Object> openProperties() {
        Map<String, Object> properties = new java.util.HashMap<>();
        properties.put(RouterTerms.COST, settings.cost());
        if (!settings.failover().isEmpty()) {
            properties.put("failover-server-list", symbolMaps());
        }
        return properties;
    }

    private List<Object> symbolMaps() {
        return new ArrayList<>(settings.failover().stream()
                .map(studio.standin.amqp.AmqpConnection::symbols)
                .toList());
    }

    private List<String> offered() {
        List<String> known = new ArrayList<>(List.of("EXTERNAL", "ANONYMOUS"));
        if (!settings.mechanisms().isEmpty()) {
            known.retainAll(settings.mechanisms());
        }
        if (settings.profile().isEmpty()) {
            known.remove("EXTERNAL");
        }
        if (settings.authenticatePeer()) {
            known.remove("ANONYMOUS");
        }
        return known;
    }

    private static boolean accepts(String mechanism, Peer peer) {
        return !mechanism.equals("EXTERNAL")
                || peer.tlsSession()
                        .flatMap(studio.standin.tls.PeerName::certificate)
                        .isPresent();
    }

    /** Refuses new connections from now on; those that are there stay. */
    public void close() {
        closed = true;
        bound.ifPresent(channel -> Unheard.outcome(channel.close()));
    }
}

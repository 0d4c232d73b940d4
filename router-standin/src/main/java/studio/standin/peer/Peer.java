package studio.standin.peer;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import org.apache.qpid.proton.engine.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.AmqpEvents;
import studio.standin.amqp.Unheard;
import studio.standin.core.ByteSink;
import studio.standin.core.Origin;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;
import studio.standin.policy.PolicyRules;
import studio.standin.policy.Rights;
import studio.standin.tls.PeerName;

/** One connection of the router: who is on the other side, what it may do, and its links. */
public final class Peer implements AmqpEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(Peer.class);

    /** What is known of a connection before it is open. */
    public record Start(Role role, boolean outgoing, String name, Security security, Optional<String> policyVhost) {}

    private final Node node;
    private final Start start;
    private final long number;
    private final Channel channel;
    private final Attachments attachments = new Attachments(this);
    private final Map<String, Object> facts = new HashMap<>();
    private final long since = System.nanoTime();
    private final List<Consumer<String>> whenClosed = new ArrayList<>();
    private Optional<AmqpConnection> connection = Optional.empty();
    private Optional<Rights> rights = Optional.empty();
    private Optional<String> countedVhost = Optional.empty();
    private Role role;
    private boolean open;

    /** A connection on that channel. */
    public Peer(Node node, Start start, Channel channel) {
        this.node = node;
        this.start = start;
        this.role = start.role();
        this.number = node.nextNumber();
        this.channel = channel;
    }

    /** The router that it is a connection of. */
    public Node node() {
        return node;
    }

    /** Its number, which is its identity for management. */
    public long number() {
        return number;
    }

    /** What is known of it from the start. */
    public Start start() {
        return start;
    }

    /** What it is for; known for certain once it is open. */
    public Role role() {
        return role;
    }

    /** How it is secured. */
    public Security security() {
        return start.security();
    }

    /** What its user may do; empty if all. */
    public Optional<Rights> rights() {
        return rights;
    }

    /** The vhost that counts it. */
    public Optional<String> countedVhost() {
        return countedVhost;
    }

    /** The connection below; only after it was opened. */
    public AmqpConnection connection() {
        return connection.orElseThrow();
    }

    /** The name by which the other side calls itself. */
    public String container() {
        return connection.map(made -> made.engine().getRemoteContainer()).orElse("");
    }

    /** Is it open on both sides? */
    public boolean open() {
        return open;
    }

    /** Its links. */
    public Attachments attachments() {
        return attachments;
    }

    /** What the owners of its role remember about it. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** Since when it is there. */
    public long uptimeSeconds() {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    /** Runs this with the reason when the connection is gone. */
    public void whenClosed(Consumer<String> action) {
        whenClosed.add(action);
    }

    /** Its TLS session. */
    public Optional<SSLSession> tlsSession() {
        return Optional.ofNullable(channel.pipeline().get(SslHandler.class))
                .map(handler -> handler.engine().getSession());
    }

    /** Where the other side is. */
    public InetSocketAddress remoteAddress() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    /** The user's name: from the certificate, if the peer made itself known by it. */
    public String user() {
        boolean external = connection
                .flatMap(AmqpConnection::mechanism)
                .filter("EXTERNAL"::equals)
                .isPresent();
        return external
                ? tlsSession()
                        .flatMap(PeerName::certificate)
                        .flatMap(certificate -> security().profile().map(profile -> profile.user(certificate)))
                        .orElse("anonymous")
                : "anonymous";
    }

    /** Whence the things come that this peer sends. */
    public Origin origin() {
        return switch (role) {
            case EDGE -> start.outgoing() ? Origin.UPLINK : Origin.edge(this);
            case INTER_ROUTER, INTER_ROUTER_DATA -> Origin.MESH;
            case NORMAL, ROUTE_CONTAINER, INTER_EDGE, INTER_NETWORK -> Origin.HERE;
        };
    }

    @Override
    public void opened(AmqpConnection made) {
        connection = Optional.of(made);
        if (role == Role.INTER_ROUTER && made.remoteCapabilities().contains(RouterTerms.DATA)) {
            role = Role.INTER_ROUTER_DATA;
        }
        if (start.outgoing() || admitted(made)) {
            open = true;
            node.add(this);
            if (!start.outgoing()) {
                made.open();
            }
            node.owner(role).opened(this);
        }
    }

    private boolean admitted(AmqpConnection made) {
        if (role == Role.INTER_ROUTER || role == Role.INTER_ROUTER_DATA) {
            return true;
        }
        String vhost = start.policyVhost()
                .orElse(Optional.ofNullable(made.engine().getRemoteHostname()).orElse(""));
        PolicyRules.Admission admission = node.policy()
                .admit(new PolicyRules.Visitor(user(), remoteAddress().getAddress(), vhost));
        return switch (admission) {
            case PolicyRules.Admission.Free free -> true;
            case PolicyRules.Admission.Granted granted -> {
                rights = Optional.of(granted.rights());
                countedVhost = Optional.of(granted.vhost());
                yield true;
            }
            case PolicyRules.Admission.Refused refused -> {
                made.close("amqp:resource-limit-exceeded", "connection disallowed by local policy");
                yield false;
            }
        };
    }

    @Override
    public void linkAttached(AmqpConnection made, Link link) {
        if (!open || !node.owner(role).attached(this, link)) {
            attachments.attach(link);
        }
    }

    /** Opens a stream to the other side, which must be a router. */
    public Optional<ByteSink> stream(Optional<String> target, StreamRequest request, String router, StreamFeed feed) {
        return open
                ? Optional.of(new StreamOut(
                        connection(), target, RouterTerms.stream(request.to(), request.replyTo(), router), feed))
                : Optional.empty();
    }

    /** Closes the connection. */
    public void close() {
        connection.ifPresentOrElse(AmqpConnection::close, () -> Unheard.outcome(channel.close()));
    }

    @Override
    public void closed(AmqpConnection made, String reason) {
        LOGGER.debug("[C{}] {} of {}: {}", number, role.text(), node.id(), reason);
        node.remove(this);
        countedVhost.ifPresent(vhost -> node.policy().stats(vhost).current--);
        if (open) {
            open = false;
            node.owner(role).closed(this);
        }
        whenClosed.forEach(action -> action.accept(reason));
    }
}

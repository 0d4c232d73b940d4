package studio.standin.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.engine.Link;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.Terms;

/** What routers say to each other when they open connections and streams. */
public final class RouterTerms {

    /** Offered on the connections that carry bytes alone. */
    public static final String DATA = "qd.router-data";

    /** The property with a connection's cost. */
    public static final String COST = "qd.inter-router-cost";

    /** The property with the name of a group of connections. */
    public static final String GROUP = "qd.group-correlator";

    /** The property with a group's generation. */
    public static final String GENERATION = "qd.group-ordinal";

    private static final Symbol TO = Symbol.valueOf("standin.stream-to");
    private static final Symbol REPLY_TO = Symbol.valueOf("standin.stream-reply-to");
    private static final Symbol ROUTER = Symbol.valueOf("standin.stream-router");

    private RouterTerms() {}

    /** The terms of any connection of a router, with further properties and capabilities. */
    public static Terms of(Node node, String hostname, Frame frame, Map<String, Object> more, List<String> offered) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("product", Node.PRODUCT);
        properties.put("version", Node.VERSION);
        return new Terms(
                node.id(), hostname, frame.maxFrameSize(), frame.idleTimeoutSeconds() * 1000, properties, offered);
    }

    /** The limits of a connection that listeners and connectors have. */
    public record Frame(int maxFrameSize, int idleTimeoutSeconds) {}

    static Map<Symbol, Object> stream(String to, String replyTo, String router) {
        return AmqpConnection.symbols(
                Map.of(TO.toString(), to, REPLY_TO.toString(), replyTo, ROUTER.toString(), router));
    }

    /** Whereto the link carries a stream, if it does. */
    static Optional<Stream> stream(Link link) {
        return Optional.ofNullable(link.getRemoteProperties())
                .filter(properties -> properties.containsKey(TO))
                .map(properties -> new Stream(
                        String.valueOf(properties.get(TO)),
                        String.valueOf(properties.get(REPLY_TO)),
                        String.valueOf(properties.get(ROUTER))));
    }

    /** A stream's addresses, and at which interior router it is to arrive, if that is settled. */
    record Stream(String to, String replyTo, String router) {}
}

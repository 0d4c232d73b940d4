package studio.standin.manage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.amqp.AmqpMessage;
import studio.standin.amqp.Unheard;
import studio.standin.core.Destination;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;
import studio.standin.mesh.Mesh;
import studio.standin.peer.Node;

/** Takes the requests to a router's management address and sends the answers of its two agents. */
public final class Management implements Destination {

    private static final Logger LOGGER = LoggerFactory.getLogger(Management.class);

    private final Node node;
    private final ConfigurationAgent configuration;
    private final CoreAgent core;

    /** The management of that node. */
    public Management(Node node, Configurator configurator, Optional<Mesh> mesh) {
        this.node = node;
        CoreTables tables = new CoreTables(node, configurator.tcp().adaptor(), mesh);
        core = new CoreAgent(node, configurator.tcp().adaptor(), tables);
        configuration = new ConfigurationAgent(
                Schema.load(),
                new Entities(),
                configurator,
                new ComputedRows(node, mesh),
                () -> managementNodes(node, mesh));
    }

    private static List<Object> managementNodes(Node node, Optional<Mesh> mesh) {
        return mesh.map(network -> network.nodes().stream()
                        .<Object>map(view -> "amqp:/_topo/0/" + view.id() + "/$management")
                        .toList())
                .orElseGet(() -> List.of("amqp:/_edge/" + node.id() + "/$management"));
    }

    /** Makes one entity of the configuration file; an {@link IllegalArgumentException} says why that cannot be. */
    public void configure(String type, Map<String, Object> attributes) {
        try {
            switch (type) {
                case "address" -> core.configure("router.config.address", attributes);
                case "autoLink" -> core.configure("router.config.autoLink", attributes);
                default -> configuration.configure(type, attributes);
            }
        } catch (ManagementException e) {
            throw new IllegalArgumentException("Cannot load configuration: " + e.description(), e);
        }
    }

    /** Makes what every router has and no configuration lists. */
    public void complete() {
        try {
            configuration.complete();
        } catch (ManagementException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void deliver(Parcel parcel) {
        parcel.settlement().accept();
        AmqpMessage message;
        try {
            message = AmqpMessage.decode(parcel.message());
        } catch (IllegalArgumentException e) {
            LOGGER.warn("{}: a request that is no message: {}", node.id(), e.getMessage());
            return;
        }
        if (message.replyTo().isEmpty()) {
            return;
        }
        Request request = new Request(message.applicationProperties(), message.body());
        if (isForCore(request)) {
            core.handle(request).ifPresent(answer -> reply(message, answer, correlation(message)));
        } else {
            // the other agent takes its turn later: answers of the core overtake its own
            Unheard.outcome(
                    node.after(0, () -> reply(message, configuration.handle(request), narrowed(correlation(message)))));
        }
    }

    private static boolean isForCore(Request request) {
        boolean query = request.text("operation").filter("QUERY"::equals).isPresent();
        return request.text(query ? "entityType" : "type")
                .filter(ConfigurationAgent.OF_THE_CORE::contains)
                .isPresent();
    }

    private static Optional<Object> correlation(AmqpMessage request) {
        return Optional.ofNullable(request.properties().getCorrelationId());
    }

    /** What the configuring agent makes of ids that are no text. */
    private static Optional<Object> narrowed(Optional<Object> id) {
        return id.flatMap(value -> switch (value) {
            case Long number -> Optional.of(number.intValue());
            case UnsignedLong number -> Optional.of(number.intValue());
            case UnsignedInteger number -> Optional.of(number.intValue());
            case UUID lost -> Optional.empty();
            case Object kept -> Optional.of(kept);
        });
    }

    private void reply(AmqpMessage request, Answer answer, Optional<Object> correlation) {
        String to = request.replyTo().orElseThrow();
        Properties properties = new Properties();
        properties.setTo(to);
        correlation.ifPresent(properties::setCorrelationId);
        Map<String, Object> said = new HashMap<>();
        said.put("statusCode", answer.code());
        said.put("statusDescription", answer.description());
        byte[] message = answer.body().isPresent()
                ? AmqpMessage.of(properties, said, answer.body().get()).encode()
                : new AmqpMessage(properties, said, Optional.empty()).encodeWithNullBody();
        node.forwarder().send(new Parcel(to, message, Settlement.UNHEARD, Origin.HERE));
    }
}

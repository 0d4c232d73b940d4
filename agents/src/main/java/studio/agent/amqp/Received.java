package studio.agent.amqp;

import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/**
 * A message of a router.
 *
 * @param subject    what it is about, such as BEACON or RECORD
 * @param properties its properties
 * @param body       its content, if it has one
 */
public record Received(String subject, Map<String, Object> properties, Optional<Object> body) {

    static Received of(Message message) {
        return new Received(
                Optional.ofNullable(message.getSubject()).orElse(""),
                Optional.ofNullable(message.getApplicationProperties())
                        .map(ApplicationProperties::getValue)
                        .orElse(Map.of()),
                Optional.ofNullable(message.getBody())
                        .filter(AmqpValue.class::isInstance)
                        .map(body -> ((AmqpValue) body).getValue()));
    }
}

package studio.agent.amqp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/** Requests as messages, messages as answers. */
final class ManagementCodec {

    private static final int FIRST_SUCCESS = 200;
    private static final int AFTER_SUCCESS = 300;

    private ManagementCodec() {}

    /** A request as a message. Ids are texts: one of a router's two agents gives other types back as something else. */
    static Message encode(Request request, String id, String replyTo) {
        Message message = Message.Factory.create();
        message.setReplyTo(replyTo);
        message.setCorrelationId(id);
        message.setApplicationProperties(new ApplicationProperties(new LinkedHashMap<>(request.properties())));
        message.setBody(new AmqpValue(new LinkedHashMap<>(request.body())));
        return message;
    }

    /** The id of the request that it answers. */
    static Optional<String> id(Message message) {
        return Optional.ofNullable(message.getCorrelationId())
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** A message as an answer. */
    static Answer decode(Message message) {
        Map<String, Object> properties = Optional.ofNullable(message.getApplicationProperties())
                .map(ApplicationProperties::getValue)
                .orElse(Map.of());
        String description = String.valueOf(properties.getOrDefault("statusDescription", ""));
        return switch (properties.get("statusCode")) {
            case Integer code
            when code >= FIRST_SUCCESS && code < AFTER_SUCCESS -> new Answer.Success(code, body(message));
            case Integer code -> new Answer.Refusal(code, description);
            case null ->
                new Answer.NoAnswer(Answer.Cause.MALFORMED, true, "without a statusCode, saying " + description);
            case Object code ->
                new Answer.NoAnswer(Answer.Cause.MALFORMED, true, "with the statusCode " + code + ", no integer");
        };
    }

    private static Map<String, Object> body(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (message.getBody() instanceof AmqpValue value && value.getValue() instanceof Map<?, ?> map) {
            map.forEach((key, each) -> body.put(String.valueOf(key), each));
        }
        return body;
    }
}

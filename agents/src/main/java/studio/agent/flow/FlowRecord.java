package studio.agent.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a router says of one of its things: of a new one all of it, later what has changed. Whatever does not look as it should is left out,
 * since routers of other versions may know more.
 *
 * @param type       what sort of thing
 * @param id         names it in the life of the router
 * @param attributes numbers and texts, by their codes
 */
record FlowRecord(long type, String id, Map<Integer, Object> attributes) {

    private static final int MAX_TEXT = 200;

    /** The records of a message's body. */
    static List<FlowRecord> read(Optional<Object> body) {
        List<FlowRecord> records = new ArrayList<>();
        if (body.isPresent() && body.get() instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    of(map).ifPresent(records::add);
                }
            }
        }
        return records;
    }

    private static Optional<FlowRecord> of(Map<?, ?> map) {
        Map<Integer, Object> attributes = new HashMap<>();
        map.forEach((key, value) -> {
            if (key instanceof Number code) {
                if (value instanceof Number number) {
                    attributes.put(code.intValue(), number.longValue());
                } else if (value instanceof String text) {
                    attributes.put(code.intValue(), text.substring(0, Math.min(text.length(), MAX_TEXT)));
                }
            }
        });
        if (attributes.get(Codes.RECORD_TYPE) instanceof Long type
                && attributes.get(Codes.IDENTITY) instanceof String id
                && !id.isEmpty()) {
            return Optional.of(new FlowRecord(type, id, attributes));
        }
        return Optional.empty();
    }

    /** A number that it has; what is negative is none. */
    Optional<Long> number(int code) {
        return Optional.ofNullable(attributes.get(code))
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .filter(number -> number >= 0);
    }

    /** A text that it has; what is empty is none. */
    Optional<String> text(int code) {
        return Optional.ofNullable(attributes.get(code))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** A time that it has; routers tell them in microseconds. */
    Optional<Instant> time(int code) {
        return number(code).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Whether the thing is no more. */
    boolean isEnd() {
        return number(Codes.END_TIME).isPresent();
    }
}

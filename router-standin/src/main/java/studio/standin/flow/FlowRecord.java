package studio.standin.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;

/** One record: attributes by their codes. Numbers are unsigned on the wire. */
record FlowRecord(String id, int type, Map<Integer, Object> attributes) {

    static FlowRecord of(String id, int type) {
        return new FlowRecord(id, type, new LinkedHashMap<>());
    }

    FlowRecord with(int code, Object value) {
        attributes.put(code, value instanceof Number number ? UnsignedLong.valueOf(number.longValue()) : value);
        return this;
    }

    /** A text that may be empty is left out then. */
    FlowRecord withText(int code, String text) {
        return text.isEmpty() ? this : with(code, text);
    }

    /** All of it, as it goes over the wire. */
    Map<Object, Object> whole() {
        return encoded(attributes);
    }

    /** What differs from an earlier form of it. */
    Map<Object, Object> since(FlowRecord earlier) {
        Map<Integer, Object> changed = new LinkedHashMap<>(attributes);
        changed.entrySet().removeAll(earlier.attributes.entrySet());
        return changed.isEmpty() ? Map.of() : encoded(changed);
    }

    private Map<Object, Object> encoded(Map<Integer, Object> some) {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(UnsignedInteger.valueOf(Codes.RECORD_TYPE), UnsignedInteger.valueOf(type));
        map.put(UnsignedInteger.valueOf(Codes.IDENTITY), id);
        some.forEach((code, value) -> map.put(UnsignedInteger.valueOf(code), value));
        return map;
    }
}

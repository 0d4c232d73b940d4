package studio.standin.manage;

import java.util.LinkedHashMap;
import java.util.Map;

/** One entity. */
final class Entity {

    private final EntityType type;
    private final Map<String, Object> attributes;
    private Live live = Live.NOTHING;

    Entity(EntityType type, Map<String, Object> attributes) {
        this.type = type;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    EntityType type() {
        return type;
    }

    String text(String attribute) {
        return String.valueOf(attributes.getOrDefault(attribute, ""));
    }

    Map<String, Object> configured() {
        return attributes;
    }

    void live(Live behind) {
        live = behind;
    }

    Live live() {
        return live;
    }

    /** All attributes that have a value, as a client reads them. */
    Map<String, Object> attributes() {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.putAll(live.state());
        return all;
    }

    @Override
    public String toString() {
        String kind = type.shortName();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Entity(" + attributes + ")";
    }
}

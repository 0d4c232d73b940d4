package studio.standin.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one interior router says of itself to all others. A later one replaces an earlier one. */
record RouterState(
        String id,
        long instance,
        long sequence,
        Map<String, Long> neighbours,
        Set<String> addresses,
        Set<String> edges,
        long changed) {

    boolean newerThan(RouterState other) {
        return instance > other.instance || (instance == other.instance && sequence > other.sequence);
    }

    Map<String, Object> encode() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("instance", instance);
        map.put("sequence", sequence);
        map.put("neighbours", new LinkedHashMap<>(neighbours));
        map.put("addresses", new ArrayList<>(addresses));
        map.put("edges", new ArrayList<>(edges));
        map.put("changed", changed);
        return map;
    }

    static RouterState decode(Map<?, ?> map) {
        Map<String, Long> neighbours = new LinkedHashMap<>();
        if (map.get("neighbours") instanceof Map<?, ?> given) {
            given.forEach((id, cost) -> neighbours.put(String.valueOf(id), ((Number) cost).longValue()));
        }
        return new RouterState(
                String.valueOf(map.get("id")),
                number(map, "instance"),
                number(map, "sequence"),
                neighbours,
                texts(map, "addresses"),
                texts(map, "edges"),
                number(map, "changed"));
    }

    private static long number(Map<?, ?> map, String key) {
        return map.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static Set<String> texts(Map<?, ?> map, String key) {
        Set<String> texts = new TreeSet<>();
        if (map.get(key) instanceof List<?> given) {
            given.forEach(text -> texts.add(String.valueOf(text)));
        }
        return texts;
    }
}

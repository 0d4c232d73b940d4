package studio.standin.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a router's configuration. */
public record RouterFile(String id, List<List<Object>> entities, List<Integer> ports) {

    public static RouterFile interior(String id) {
        return router(id, "interior");
    }

    public static RouterFile edge(String id) {
        return router(id, "edge");
    }

    private static RouterFile router(String id, String mode) {
        return new RouterFile(id, List.of(), List.of()).with("router", Map.of("id", id, "mode", mode));
    }

    public RouterFile with(String type, Map<String, Object> attributes) {
        List<List<Object>> more = new ArrayList<>(entities);
        more.add(List.of(type, attributes));
        return new RouterFile(id, more, ports);
    }

    /** A listener in the clear for clients. */
    public RouterFile management(int port) {
        return listener(Map.of("name", "mgmt", "host", "127.0.0.1", "port", port, "role", "normal"));
    }

    public RouterFile listener(Map<String, Object> attributes) {
        List<Integer> more = new ArrayList<>(ports);
        more.add((Integer) attributes.get("port"));
        return new RouterFile(id, with("listener", attributes).entities(), more);
    }

    /** A listener in the clear for routers. */
    public RouterFile routers(String role, int port) {
        return listener(Map.of("name", role + "-in", "host", "127.0.0.1", "port", port, "role", role));
    }

    public RouterFile connector(String role, int port) {
        return connector(role, port, 1);
    }

    public RouterFile connector(String role, int port, int cost) {
        return with(
                "connector",
                Map.of("name", role + "-out-" + port, "host", "127.0.0.1", "port", port, "role", role, "cost", cost));
    }

    /** With the directory that the real router reads its SASL settings from. */
    RouterFile saslDirectory(Path directory) {
        List<List<Object>> changed = new ArrayList<>();
        for (List<Object> entity : entities) {
            if (entity.getFirst().equals("router")) {
                Map<String, Object> attributes = new LinkedHashMap<>();
                ((Map<?, ?>) entity.get(1)).forEach((key, value) -> attributes.put(key.toString(), value));
                attributes.put("saslConfigDir", directory.toString());
                attributes.put("saslConfigName", "skrouterd");
                changed.add(List.of("router", attributes));
            } else {
                changed.add(entity);
            }
        }
        return new RouterFile(id, changed, ports);
    }

    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(entities);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

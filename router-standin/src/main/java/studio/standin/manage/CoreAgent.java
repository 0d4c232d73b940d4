package studio.standin.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import studio.standin.core.Distribution;
import studio.standin.peer.Node;
import studio.standin.peer.Peer;
import studio.standin.tcp.TcpAdaptor;
import studio.standin.tcp.TcpFlow;

/** The agent of what the router's core knows at this moment. It answers at once, some requests never. */
final class CoreAgent {

    private final Node node;
    private final TcpAdaptor tcp;
    private final CoreTables tables;
    private final Map<String, Map<String, Object>> addresses = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> autoLinks = new LinkedHashMap<>();
    private long identities;

    CoreAgent(Node node, TcpAdaptor tcp, CoreTables tables) {
        this.node = node;
        this.tcp = tcp;
        this.tables = tables;
    }

    /** The answer; empty if the real router never gives one either. */
    Optional<Answer> handle(Request request) {
        String operation = request.text("operation").orElse("");
        String type = request.text(operation.equals("QUERY") ? "entityType" : "type")
                .orElse("")
                .substring(EntityType.PREFIX.length());
        try {
            return switch (operation) {
                case "QUERY" -> Optional.of(query(type, request));
                case "READ" -> read(type, request);
                case "CREATE" -> Optional.of(create(type, request));
                case "DELETE" -> Optional.of(delete(type, request));
                case "UPDATE" -> update(type, request);
                default ->
                    throw new ManagementException(
                            ManagementException.NOT_IMPLEMENTED,
                            "Operation '" + operation + "' not implemented for '" + type + "'");
            };
        } catch (ManagementException refusal) {
            boolean empty = operation.equals("CREATE");
            return Optional.of(new Answer(
                    refusal.code(), refusal.description(), empty ? Optional.empty() : Optional.of(Map.of())));
        }
    }

    /** Makes what a configuration file lists. */
    void configure(String type, Map<String, Object> attributes) throws ManagementException {
        add(type, Optional.ofNullable(attributes.get("name")).map(Object::toString), attributes);
    }

    private List<Map<String, Object>> rows(String type) {
        return switch (type) {
            case "router.config.address" -> List.copyOf(addresses.values());
            case "router.config.autoLink" -> List.copyOf(autoLinks.values());
            default -> tables.rows(type);
        };
    }

    private Answer query(String type, Request request) throws ManagementException {
        List<String> columns = tables.columns(type);
        List<String> asked = request.attributeNames();
        // an unknown column silently becomes one more of names, as in the real router
        List<String> shown = asked.isEmpty()
                ? columns
                : asked.stream()
                        .map(column -> columns.contains(column) ? column : "name")
                        .toList();
        int offset = Math.max(0, request.number("offset", 0));
        long count = request.number("count", Integer.MAX_VALUE);
        List<List<Object>> rows = rows(type).stream()
                .skip(offset)
                .limit(Math.max(0, count))
                .map(row -> row(row, shown))
                .toList();
        return Answer.table(shown, rows);
    }

    @SuppressWarnings("NullAway") // a column without a value is a null on the wire
    private static List<Object> row(Map<String, Object> map, List<String> columns) {
        List<Object> row = new ArrayList<>();
        columns.forEach(column -> row.add(map.get(column)));
        return row;
    }

    private Map<String, Object> find(String type, Request request) throws ManagementException {
        Optional<String> identity = request.text("identity");
        Optional<String> name = request.text("name");
        if (identity.isEmpty() && name.isEmpty()) {
            throw ManagementException.bad("No name or identity provided");
        }
        String key = identity.isPresent() ? "identity" : "name";
        String value = identity.or(() -> name).orElseThrow();
        return rows(type).stream()
                .filter(row -> value.equals(row.get(key)))
                .findFirst()
                .orElseThrow(() -> new ManagementException(ManagementException.NOT_FOUND, "Not Found"));
    }

    private Optional<Answer> read(String type, Request request) throws ManagementException {
        boolean unnamed =
                request.text("identity").isEmpty() && request.text("name").isEmpty();
        return type.equals("router.link") && unnamed
                ? Optional.empty()
                : Optional.of(Answer.ok(complete(type, find(type, request))));
    }

    private Answer create(String type, Request request) throws ManagementException {
        Map<String, Object> given = request.map();
        return Answer.created(complete(type, add(type, request.text("name"), given)));
    }

    private Map<String, Object> add(String type, Optional<String> name, Map<String, Object> given)
            throws ManagementException {
        Map<String, Map<String, Object>> table = table(type);
        if (name.filter(table::containsKey).isPresent()) {
            throw ManagementException.bad("Name conflicts with an existing entity");
        }
        String identity = Long.toString(++identities);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name.orElse(identity));
        row.put("identity", identity);
        row.put("type", EntityType.PREFIX + type);
        if (type.equals("router.config.address")) {
            address(row, given);
        } else {
            autoLink(row, given);
        }
        table.put(name.orElse(identity), row);
        return row;
    }

    private void address(Map<String, Object> row, Map<String, Object> given) throws ManagementException {
        Optional<String> prefix = Optional.ofNullable(given.get("prefix")).map(Object::toString);
        Optional<String> pattern = Optional.ofNullable(given.get("pattern")).map(Object::toString);
        if (prefix.isPresent() == pattern.isPresent()) {
            throw ManagementException.bad("Either a 'prefix' or a 'pattern' attribute must be provided");
        }
        String distribution = String.valueOf(given.getOrDefault("distribution", "balanced"));
        try {
            String start = prefix.orElseGet(() -> pattern.orElseThrow().replaceFirst("[./]?[#*].*", ""));
            node.forwarder().distributions().put(start, Distribution.of(distribution));
        } catch (IllegalArgumentException e) {
            throw ManagementException.bad("Invalid value for 'distribution'");
        }
        prefix.ifPresent(text -> row.put("prefix", text));
        pattern.ifPresent(text -> row.put("pattern", text));
        row.put("distribution", distribution);
        row.put("priority", given.getOrDefault("priority", -1));
    }

    private static void autoLink(Map<String, Object> row, Map<String, Object> given) throws ManagementException {
        String direction = Optional.ofNullable(given.get("direction"))
                .map(Object::toString)
                .orElseThrow(() -> ManagementException.bad("direction field is mandatory"));
        if (!direction.equals("in") && !direction.equals("out")) {
            throw ManagementException.bad("Invalid value for 'direction'");
        }
        for (String attribute : List.of("address", "direction", "containerId", "connection", "externalAddress")) {
            Optional.ofNullable(given.get(attribute)).ifPresent(value -> row.put(attribute, value.toString()));
        }
        row.put("operStatus", "inactive");
    }

    /** As the core tells it: also what has no value. */
    @SuppressWarnings("NullAway") // a column without a value is a null on the wire
    private Map<String, Object> complete(String type, Map<String, Object> row) {
        Map<String, Object> all = new LinkedHashMap<>();
        tables.columns(type).stream()
                .filter(column -> !column.isEmpty())
                .forEach(column -> all.put(column, row.get(column)));
        return all;
    }

    private Map<String, Map<String, Object>> table(String type) throws ManagementException {
        return switch (type) {
            case "router.config.address" -> addresses;
            case "router.config.autoLink" -> autoLinks;
            default -> throw new ManagementException(ManagementException.FORBIDDEN, "Forbidden");
        };
    }

    private Answer delete(String type, Request request) throws ManagementException {
        Map<String, Map<String, Object>> table = table(type);
        Map<String, Object> row = find(type, request);
        table.values().remove(row);
        Optional.ofNullable(row.get("prefix"))
                .ifPresent(prefix -> node.forwarder().distributions().remove(prefix.toString()));
        return Answer.deleted();
    }

    private Optional<Answer> update(String type, Request request) throws ManagementException {
        if (!type.equals("connection")) {
            return Optional.empty();
        }
        Map<String, Object> row = find(type, request);
        if ("deleted".equals(String.valueOf(request.map().get("adminStatus")))) {
            close(row);
        }
        return Optional.of(Answer.ok(complete(type, row)));
    }

    private void close(Map<String, Object> row) throws ManagementException {
        long number = Long.parseLong(String.valueOf(row.get("identity")));
        Optional<TcpFlow> flow = tcp.flow(number);
        if (flow.isPresent()) {
            flow.get().close();
            return;
        }
        Peer peer = node.peer(number)
                .orElseThrow(() -> new ManagementException(ManagementException.NOT_FOUND, "Not Found"));
        boolean allowed = !peer.role().router()
                && peer.rights().map(rights -> rights.mayCloseConnections()).orElse(true);
        if (!allowed) {
            throw new ManagementException(
                    ManagementException.FORBIDDEN, "You are not allowed to perform this operation.");
        }
        peer.close();
    }

    static UnsignedInteger uint(long value) {
        return UnsignedInteger.valueOf(value);
    }

    static UnsignedLong ulong(long value) {
        return UnsignedLong.valueOf(value);
    }
}

package studio.standin.core;

/** What an address means, after its optional scheme. */
public sealed interface Address {

    /** On the router that reads it. */
    record Local(String name) implements Address {}

    /** On the interior router of that name. */
    record OnRouter(String router, String rest) implements Address {}

    /** On the edge router of that name. */
    record OnEdge(String edge, String rest) implements Address {}

    /** Wherever somebody consumes it. */
    record Mobile(String name) implements Address {}

    /** The agent of the router that one is connected to. */
    String MANAGEMENT = "$management";

    /** Reads an address as people write it. */
    static Address parse(String text) {
        String path = withoutScheme(text);
        String[] parts = path.split("/", 4);
        if (parts[0].equals("_topo") && parts.length >= 3) {
            return new OnRouter(parts[2], parts.length > 3 ? parts[3] : "");
        }
        if (parts[0].equals("_edge") && parts.length >= 2) {
            return new OnEdge(parts[1], path.substring(Math.min(path.length(), 7 + parts[1].length())));
        }
        if (parts[0].equals("_local")) {
            return new Local(path.substring(Math.min(path.length(), 7)));
        }
        return path.equals(MANAGEMENT) ? new Local(path) : new Mobile(path);
    }

    private static String withoutScheme(String text) {
        if (text.startsWith("amqp://") || text.startsWith("amqps://")) {
            int slash = text.indexOf('/', text.indexOf("//") + 2);
            return slash < 0 ? "" : text.substring(slash + 1);
        }
        String rest = text.startsWith("amqp:") ? text.substring(5) : text;
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }
}

package studio.home.config;

/**
 * Where a server is.
 *
 * @param host its name or address
 * @param port its port
 */
public record Address(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /** Checks the port. */
    public Address {
        if (host.isBlank() || port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("must be a host, a colon and a port up to " + LAST_PORT);
        }
    }

    /**
     * Reads {@code host:port}.
     *
     * @throws IllegalArgumentException if that is something else
     */
    public static Address of(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' must be a host, a colon and a port");
        }
        return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package studio.home.config;

/**
 * Ports that may be used.
 *
 * @param first the first one
 * @param last  the last one
 */
public record PortRange(int first, int last) {

    private static final int LAST_PORT = 65_535;

    /** Checks the order. */
    public PortRange {
        if (first < 1 || last < first || last > LAST_PORT) {
            throw new IllegalArgumentException("must be two ports, the lower one first");
        }
    }

    /**
     * Reads {@code first-last}.
     *
     * @throws IllegalArgumentException if that is something else
     */
    public static PortRange of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("'" + text + "' must be two ports with a dash between");
        }
        return new PortRange(
                Integer.parseInt(text.substring(0, dash).strip()),
                Integer.parseInt(text.substring(dash + 1).strip()));
    }
}

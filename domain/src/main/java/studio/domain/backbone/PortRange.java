package studio.domain.backbone;

/**
 * TCP ports from one to another, both included.
 *
 * @param from the first, 1 to 65535
 * @param to   the last, not below {@code from}
 */
public record PortRange(int from, int to) {

    private static final int MAX_PORT = 65_535;

    /**
     * Checks the bounds: a router wraps a port above 65535 round without a word.
     *
     * @throws IllegalArgumentException if the bounds aren't ports in order
     */
    public PortRange {
        if (from < 1 || to > MAX_PORT || from > to) {
            throw new IllegalArgumentException("ports must be 1 to 65535, the first not above the last");
        }
    }

    /** Says whether the two share a port. */
    public boolean overlaps(PortRange other) {
        return from <= other.to && other.from <= to;
    }

    /** Says whether that port is one of them. */
    public boolean contains(int port) {
        return from <= port && port <= to;
    }

    /** How many ports there are. */
    public int size() {
        return to - from + 1;
    }

    @Override
    public String toString() {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}

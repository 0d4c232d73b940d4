package studio.standin.peer;

import java.util.Locale;

/** Ports as the router's configuration writes them. */
public final class Ports {

    private static final int ALL = 65_536;

    private Ports() {}

    /** The number that a port means. Numbers beyond the last port wrap around: the real router checks nothing. */
    public static int number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "amqp" -> 5672;
            case "amqps" -> 5671;
            default -> (int) (Long.parseLong(text) % ALL);
        };
    }

    /** Does it mean a port at all? */
    public static boolean known(String text) {
        return text.matches("\\d{1,18}|(?i)amqps?");
    }
}

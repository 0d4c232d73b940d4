package studio.standin.core;

import java.util.Locale;

/** Who of an address's consumers gets a message. */
public enum Distribution {
    /** All of them. */
    MULTICAST,
    /** The nearest. */
    CLOSEST,
    /** The one with the least to do. */
    BALANCED,
    /** Nobody. */
    UNAVAILABLE;

    /** As the configuration writes it. */
    public static Distribution of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** As the configuration writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

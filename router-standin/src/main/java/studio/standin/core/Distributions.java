package studio.standin.core;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Which distribution an address has: that of the longest configured prefix of whole tokens, else the router's. */
public final class Distributions {

    private final Map<String, Distribution> prefixes = new TreeMap<>();
    private Distribution otherwise = Distribution.BALANCED;

    /** Sets the router's own. */
    public void otherwise(Distribution distribution) {
        otherwise = distribution;
    }

    /** Sets that of a prefix. */
    public void put(String prefix, Distribution distribution) {
        prefixes.put(prefix, distribution);
    }

    /** Forgets a prefix. */
    public void remove(String prefix) {
        prefixes.remove(prefix);
    }

    /** That of an address. */
    public Distribution of(String address) {
        return prefixes.keySet().stream()
                .filter(prefix -> covers(prefix, address))
                .max(Comparator.comparingInt(String::length))
                .map(prefixes::get)
                .orElse(otherwise);
    }

    private static boolean covers(String prefix, String address) {
        return address.startsWith(prefix)
                && (address.length() == prefix.length() || "./".indexOf(address.charAt(prefix.length())) >= 0);
    }
}

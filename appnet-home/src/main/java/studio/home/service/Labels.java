package studio.home.service;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of one label in one network: so many at most, the rest is {@value #OTHER}. A value is of whoever had it first, so that nobody
 * is counted for another one by taking a name.
 */
final class Labels {

    /** All for which there is no room. */
    static final String OTHER = "other";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/-]{0,126}");

    private final int most;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    Labels(int most) {
        this.most = most;
    }

    /** The value for whatever has that key and calls itself so. */
    String of(String key, String name) {
        String known = values.get(key);
        if (known != null) {
            return known;
        }
        if (values.size() >= most) {
            return OTHER;
        }
        boolean usable = NAME.matcher(name).matches() && !name.equals(OTHER) && !owners.containsKey(name);
        String value = usable ? name : key;
        values.put(key, value);
        owners.put(value, key);
        return value;
    }
}

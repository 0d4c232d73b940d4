package studio.standin.flow;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** The ids of one router's records: a prefix that is new at each start, and a number. */
final class RecordIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 5;

    private final String prefix;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();

    RecordIds() {
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        prefix = made.toString();
        of("router");
    }

    /** The id of the source itself, which is the router's record. */
    String source() {
        return of("router");
    }

    /** When it was told of first, in microseconds since the epoch. */
    long since(String what) {
        return since.computeIfAbsent(what, name -> System.currentTimeMillis() * 1000);
    }

    String of(String what) {
        return known.computeIfAbsent(what, name -> prefix + ":" + known.size());
    }
}

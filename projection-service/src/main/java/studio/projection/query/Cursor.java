package studio.projection.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The end of a page, from which the next goes on. Opaque to clients; inside, the values of the last row that the order goes by.
 *
 * @param values those values
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\n";

    /** Reads the opaque form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Cursor parse(String text) {
        String values = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        return new Cursor(List.of(values.split(SEPARATOR, -1)));
    }

    /** The cursor after a row with these values. */
    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    @Override
    public String toString() {
        byte[] bytes = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package studio.domain.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A text that is the same for the same values for ever, so that its digest can stand for them. Each value comes with its length, so
 * that no two forms differ only in where one value ends and the next begins. Not safe for threads.
 */
public final class CanonicalForm {

    private final StringBuilder text = new StringBuilder();

    /** An empty form; {@code version} names what fields follow and how, and changes with them. */
    public CanonicalForm(String version) {
        text.append(version).append('\n');
    }

    /** Adds a field's value, as the text that it has. */
    public CanonicalForm add(String field, Object value) {
        String written = value.toString();
        text.append(field)
                .append(' ')
                .append(written.getBytes(StandardCharsets.UTF_8).length)
                .append(' ')
                .append(written)
                .append('\n');
        return this;
    }

    /** Adds a field's value if there is one. */
    public CanonicalForm add(String field, Optional<?> value) {
        value.ifPresent(present -> add(field, present));
        return this;
    }

    /** Adds how many elements a field has, then each of them; where their order means nothing, they come sorted. */
    public <T> CanonicalForm add(String field, List<T> elements, BiConsumer<CanonicalForm, T> element) {
        add(field, elements.size());
        elements.forEach(each -> element.accept(this, each));
        return this;
    }

    /** How many bytes the form has. */
    public int size() {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The form's digest. */
    public Digest digest() {
        return Digest.ofText(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package studio.api.history;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.domain.kernel.Actor;

/** Tells each event in a sentence: by a template, or by its name and fields if it has none. */
public final class Sentences {

    /** The longest sentence; what would be longer ends with an ellipsis. */
    public static final int MAX_LENGTH = 300;

    private static final Map<String, Template> TEMPLATES = load();

    private Sentences() {}

    /** The sentence for an event. */
    public static String of(Told told) {
        String sentence = Optional.ofNullable(TEMPLATES.get(told.type()))
                .map(template -> template.fill(told))
                .orElseGet(() -> PlainSentence.of(told));
        return shortened(begun(told, sentence));
    }

    /** A name keeps its spelling; any other word begins a sentence with a capital. */
    private static String begun(Told told, String sentence) {
        boolean name = sentence.startsWith(told.stream().name() + " ")
                || (sentence.startsWith(told.actor() + " ") && !told.actor().contains(" "));
        return name ? sentence : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String shortened(String sentence) {
        return sentence.length() <= MAX_LENGTH ? sentence : sentence.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** An actor as people say it. */
    public static String actor(Actor.Type kind, String name) {
        return switch (kind) {
            case USER -> name;
            case SERVICE -> "the " + name + " service";
            case SITE -> "site " + name;
            case HOME -> "the home " + name;
            case TIMER -> "the clock";
        };
    }

    /** The names of the events that have a template. */
    static Iterable<String> withTemplates() {
        return TEMPLATES.keySet();
    }

    private static Map<String, Template> load() {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.properties")),
                StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences cannot be read", e);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), type -> new Template(lines.getProperty(type))));
    }
}

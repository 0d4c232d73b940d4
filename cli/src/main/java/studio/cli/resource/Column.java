package studio.cli.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param title   its head
 * @param pointer what of an object it shows, a JSON pointer (RFC 6901)
 * @param wide    whether it is only in the wide table
 */
public record Column(String title, String pointer, boolean wide) {

    private static final String NOTHING = "-";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** One whose head is the property's name: {@code siteClasses} gives {@code SITE-CLASSES}. */
    static Column of(String property) {
        Matcher capitals = CAPITAL.matcher(property.substring(property.lastIndexOf('/') + 1));
        return new Column(capitals.replaceAll("-$0").toUpperCase(Locale.ROOT), "/" + property, false);
    }

    /** The same, for the wide table. */
    Column inWide() {
        return new Column(title, pointer, true);
    }

    /** The same with another head. */
    Column as(String otherTitle) {
        return new Column(otherTitle, pointer, wide);
    }

    /** What an object has there, in a few characters. */
    public String of(JsonNode object, Instant now) {
        JsonNode value = object.at(pointer);
        return pointer.endsWith("At") && value.isTextual() ? age(Instant.parse(value.asText()), now) : words(value);
    }

    private static String words(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        if (value.isArray()) {
            return joined(value);
        }
        if (value.path("from").isInt() && value.path("to").isInt()) {
            return range(value.path("from").asText(), value.path("to").asText());
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(part -> {
                if (!part.getValue().isEmpty() || part.getValue().isValueNode()) {
                    parts.add(part.getKey() + "=" + words(part.getValue()));
                }
            });
            return parts.isEmpty() ? NOTHING : String.join(" ", parts);
        }
        return value.asText().isEmpty() ? NOTHING : value.asText();
    }

    /** Ports. */
    private static String range(String from, String to) {
        return from.equals(to) ? from : from + "-" + to;
    }

    private static String joined(JsonNode array) {
        List<String> parts = new ArrayList<>();
        array.forEach(part -> parts.add(part.has("name") ? part.path("name").asText() : words(part)));
        return parts.isEmpty() ? NOTHING : String.join(",", parts);
    }

    /** How long ago, in the coarsest unit that says something, as in {@code 5m}; {@code in 3d} for what is to come. */
    static String age(Instant moment, Instant now) {
        Duration age = Duration.between(moment, now);
        return age.isNegative() ? "in " + units(age.negated()) : units(age);
    }

    private static String units(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + "d";
        }
        if (duration.toHours() >= 2) {
            return duration.toHours() + "h";
        }
        return duration.toMinutes() >= 2 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}

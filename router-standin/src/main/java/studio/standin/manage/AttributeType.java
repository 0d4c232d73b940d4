package studio.standin.manage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;

/** One attribute: how its values are read, and when it may be set. */
record AttributeType(
        String name,
        String kind,
        List<String> choices,
        Optional<Object> otherwise,
        boolean creatable,
        boolean updatable,
        boolean required) {

    /** Reads one line of the list of entities. */
    static AttributeType parse(String line) throws ManagementException {
        String flags = line.contains(" !") ? line.substring(line.lastIndexOf(" !") + 2) : "";
        String rest = line.contains(" !") ? line.substring(0, line.lastIndexOf(" !")) : line;
        Optional<String> text =
                rest.contains(" =") ? Optional.of(rest.substring(rest.indexOf(" =") + 2)) : Optional.empty();
        String[] words = rest.trim().split("\\s+", 3);
        String kind = words[1].startsWith("enum(") ? "enum" : words[1];
        List<String> choices = kind.equals("enum")
                ? List.of(words[1].substring(5, words[1].length() - 1).split("\\|", -1))
                : List.of();
        AttributeType bare = new AttributeType(
                words[0],
                kind,
                choices,
                Optional.empty(),
                flags.contains("C"),
                flags.contains("U"),
                flags.contains("R"));
        return text.isEmpty() ? bare : bare.with(bare.read("", text.get()));
    }

    private AttributeType with(Object value) {
        return new AttributeType(name, kind, choices, Optional.of(value), creatable, updatable, required);
    }

    /** The value as this attribute keeps it. */
    Object read(String type, Object value) throws ManagementException {
        Object plain = value instanceof Symbol symbol ? symbol.toString() : value;
        return switch (kind) {
            case "integer" -> integer(type, plain);
            case "boolean" -> bool(type, plain);
            case "enum" -> choice(type, plain);
            case "map", "list", "properties" -> plain;
            default -> plain.toString();
        };
    }

    private static Object integer(String type, Object value) throws ManagementException {
        try {
            return value instanceof Number number
                    ? number.intValue()
                    : new BigDecimal(value.toString().trim()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw ManagementException.bad(
                    type + ": invalid literal for int() with base 10: '" + value + "':<traceback object>");
        }
    }

    private static Object bool(String type, Object value) throws ManagementException {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "on" -> true;
            case "false", "no", "0", "off" -> false;
            default -> throw ManagementException.bad(type + ": Invalid Boolean value ''" + value + "''");
        };
    }

    private Object choice(String type, Object value) throws ManagementException {
        if (choices.contains(value.toString())) {
            return value.toString();
        }
        if (value instanceof Number index && index.intValue() >= 0 && index.intValue() < choices.size()) {
            return choices.get(index.intValue());
        }
        throw ManagementException.bad(type + ": Invalid value for enum"
                + choices.stream().map(choice -> "'" + choice + "'").toList() + ": '" + value + "'");
    }

    /** As the schema is told to a client. */
    Map<String, Object> describe() {
        return Map.of("type", choices.isEmpty() ? kind : choices, "create", creatable, "update", updatable);
    }
}

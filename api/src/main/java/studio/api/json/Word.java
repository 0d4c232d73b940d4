package studio.api.json;

import java.util.Locale;

/** How constants and type names are spelt outside Java: {@code BACKBONE_OWNER} and {@code BackboneOwner} are {@code backbone-owner}. */
public final class Word {

    private Word() {}

    /** The word for an enum's constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for a type, from its simple name. */
    public static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * The constant for a word.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be one of " + words(type));
    }

    /** All words of an enum, with commas between. */
    public static <E extends Enum<E>> String words(Class<E> type) {
        StringBuilder words = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            words.append(words.isEmpty() ? "" : ", ").append(of(constant));
        }
        return words.toString();
    }
}

package studio.cli.resource;

import java.util.Locale;
import java.util.Optional;

/** What an object is part of: an option of the command line, and a placeholder in the paths of the REST interface. */
public enum Scope {
    /** A network's parts. */
    NETWORK("-n", "The application network."),
    /** A backbone's parts. */
    BACKBONE("-b", "The backbone."),
    /** What a library holds. */
    PUBLISHER("-p", "The library's publisher."),
    /** What belongs to a user; if not said, to who is signed in. */
    USER("-u", "The user (default: you)."),
    /** The versions of an image. */
    IMAGE("--image", "The image."),
    /** An invitation's edge links. */
    INVITATION("--invitation", "The invitation.");

    private final String shortOption;
    private final String description;

    Scope(String shortOption, String description) {
        this.shortOption = shortOption;
        this.description = description;
    }

    /** Its word in paths and contexts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option's names, the short one first. */
    public String[] options() {
        String longOption = "--" + word();
        return shortOption.equals(longOption) ? new String[] {longOption} : new String[] {shortOption, longOption};
    }

    /** What the option is for. */
    public String description() {
        return description;
    }

    /** The scope of that word. */
    static Optional<Scope> of(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}

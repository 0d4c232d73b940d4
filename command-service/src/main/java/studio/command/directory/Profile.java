package studio.command.directory;

import java.util.Optional;

/**
 * What is personal about a user.
 *
 * @param displayName how people call it
 * @param email       where it gets mail
 */
public record Profile(Optional<String> displayName, Optional<String> email) {

    /** Nothing. */
    public static final Profile EMPTY = new Profile(Optional.empty(), Optional.empty());
}

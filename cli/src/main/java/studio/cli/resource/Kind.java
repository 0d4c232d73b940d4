package studio.cli.resource;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of objects.
 *
 * @param name     what one is called, as in {@code site-class}
 * @param plural   what several are called
 * @param nameAt   the property that holds an object's name
 * @param listings where they are listed: one place for most, several for what backbones and networks both have
 */
public record Kind(String name, String plural, String nameAt, List<Listing> listings) {

    /** Copies what is mutable. */
    public Kind {
        listings = List.copyOf(listings);
    }

    /**
     * Where to look, given what was said.
     *
     * @param said     scopes that the command line names: all of them must matter
     * @param defaults scopes that the context names
     * @throws IllegalArgumentException if there is no such place, saying what is missing or too much
     */
    public Listing listing(Map<Scope, String> said, Map<Scope, String> defaults) {
        Set<Scope> known = EnumSet.noneOf(Scope.class);
        known.addAll(said.keySet());
        known.addAll(defaults.keySet());
        List<Listing> possible = listings.stream()
                .filter(listing -> listing.path().scopes().containsAll(said.keySet()))
                .toList();
        if (possible.isEmpty()) {
            throw new IllegalArgumentException(plural + " are not listed by " + options(said.keySet()));
        }
        return possible.stream()
                .filter(listing -> known.containsAll(listing.path().scopes()))
                .max((one, other) -> Integer.compare(
                        one.path().scopes().size(), other.path().scopes().size()))
                .orElseThrow(() -> new IllegalArgumentException(plural + " need "
                        + possible.stream()
                                .map(listing -> options(listing.path().scopes()))
                                .collect(Collectors.joining(", or "))));
    }

    private static String options(Set<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.options()[0] + " " + scope.word().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }
}

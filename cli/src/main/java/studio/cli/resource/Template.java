package studio.cli.resource;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.cli.api.Api;

/**
 * A path of the REST interface with placeholders: a scope's word each, and {@code {name}} for the object's own name.
 *
 * @param text as in {@code networks/{network}/sites/{name}}
 */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** The scopes in it. */
    public Set<Scope> scopes() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        PLACEHOLDER
                .matcher(text)
                .results()
                .forEach(found -> Scope.of(found.group(1)).ifPresent(scopes::add));
        return scopes;
    }

    /** Says whether it names one object of many. */
    public boolean isNamed() {
        return text.contains("{name}");
    }

    /** The path of an object's name in it. */
    Template item() {
        return new Template(text + "/{name}");
    }

    /**
     * The path.
     *
     * @param name the object's name, for a template that names one
     */
    public String fill(Map<Scope, String> scopes, Optional<String> name) {
        Map<Scope, String> values = new EnumMap<>(Scope.class);
        values.putAll(scopes);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Api.encode(Scope.of(found.group(1))
                        .map(scope -> values.getOrDefault(scope, ""))
                        .orElseGet(name::orElseThrow))));
    }
}

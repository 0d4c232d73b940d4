package studio.cli.write;

import java.util.regex.Pattern;
import studio.cli.resource.Template;

/**
 * Something that can be done to objects of a kind.
 *
 * @param verb   its word
 * @param kind   the kind's word
 * @param method of HTTP
 * @param path   where it is asked for
 */
public record Action(String verb, String kind, String method, Template path) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");

    /** The operation of the REST interface, the same whatever its placeholders are called. */
    public String operation() {
        return operation(method, path.text());
    }

    /** That of another path. */
    public static String operation(String method, String path) {
        return method + " " + PLACEHOLDER.matcher(path).replaceAll("{}");
    }
}

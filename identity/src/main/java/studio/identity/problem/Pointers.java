package studio.identity.problem;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Turns the paths of Bean Validation into JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** The pointer to a field of a body: {@code owners.users[0]} is {@code /owners/users/0}, {@code env[MODE]} is {@code /env/MODE}. */
    public static String field(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            append(pointer, node);
        }
        return pointer.toString();
    }

    /** The name of a method's parameter, which comes after the method itself in the path, and what is in it. */
    static String parameter(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() != ElementKind.METHOD) {
                append(pointer, node);
            }
        }
        return pointer.substring(Math.min(1, pointer.length()));
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getKey() != null) {
            pointer.append('/').append(escaped(node.getKey().toString()));
        }
        if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
            pointer.append('/').append(node.getName());
        }
    }

    /** What a client made up may have in it what means something in a pointer. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}

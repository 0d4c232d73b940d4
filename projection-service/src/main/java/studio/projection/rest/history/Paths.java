package studio.projection.rest.history;

import java.util.List;
import java.util.Optional;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;

/** What the segments of a path name: {@code backbones/acme/sites/paris} is an interior site of a backbone. */
public final class Paths {

    private Paths() {}

    /** The stream of that collection and name; a problem if there can be none. */
    public static StreamKey stream(String collection, String name) {
        return StreamType.ALL.stream()
                .filter(type -> plural(type.label()).equals(collection))
                .findFirst()
                .filter(type -> Name.isValid(name))
                .map(type -> type.key(Name.of(name)))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "there is no '" + name + "' in '" + collection + "'"));
    }

    /** The entity of that collection and name in a stream; a problem if there can be none. */
    public static EntityKey entity(StreamKey stream, String collection, String name) {
        List<Kind<?>> kinds = StreamType.of(stream).kinds();
        return kind(kinds, collection)
                .map(kind -> new EntityKey(kind.label(), name))
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.NOT_FOUND, stream + " has no collection '" + collection + "'"));
    }

    /** A path calls a kind by its whole label, or by the end of it where that is clear: interior sites are {@code sites}. */
    private static Optional<Kind<?>> kind(List<Kind<?>> kinds, String collection) {
        Optional<Kind<?>> whole = kinds.stream()
                .filter(kind -> plural(kind.label()).equals(collection))
                .findFirst();
        List<Kind<?>> ends = kinds.stream()
                .filter(kind -> plural(kind.label()).endsWith("-" + collection))
                .toList();
        return whole.or(() -> ends.size() == 1 ? Optional.of(ends.getFirst()) : Optional.empty());
    }

    static String plural(String label) {
        if (label.endsWith("y")) {
            return label.substring(0, label.length() - 1) + "ies";
        }
        return label + (label.endsWith("s") ? "es" : "s");
    }
}

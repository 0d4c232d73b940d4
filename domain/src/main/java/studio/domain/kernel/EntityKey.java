package studio.domain.kernel;

/**
 * Names an entity within its stream: {@code interior-site/paris}.
 *
 * @param kind the kind's label
 * @param name the entity's name, or its uid where it has no name of its own (sessions)
 */
public record EntityKey(String kind, String name) implements Comparable<EntityKey> {

    /**
     * Reads {@code kind/name}.
     *
     * @throws IllegalArgumentException if there is no slash
     */
    public static EntityKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("entity key '" + text + "' must be kind/name");
        }
        return new EntityKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(EntityKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}

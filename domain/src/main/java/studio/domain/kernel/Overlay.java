package studio.domain.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stream's entities as they would be after some changes, without touching them: how a command that makes several events sees
 * its own earlier ones, and how a shell gathers what it has to write. Not safe for threads.
 */
public final class Overlay implements Entities {

    private final Entities base;
    private final Map<EntityKey, Change> changes = new LinkedHashMap<>();

    /** Nothing changed yet over {@code base}. */
    public Overlay(Entities base) {
        this.base = base;
    }

    /** Lays changes over what there is; a later one on the same entity replaces the earlier. */
    public void apply(Iterable<Change> more) {
        more.forEach(change -> changes.put(change.key(), change));
    }

    /** Makes or replaces one entity over what there is. */
    public void put(Entity entity) {
        apply(List.of(Change.put(entity)));
    }

    /** The last change of each entity that was changed. */
    public Collection<Change> changes() {
        return changes.values();
    }

    @Override
    public StreamKey stream() {
        return base.stream();
    }

    @Override
    public Optional<Entity> find(EntityKey key) {
        return switch (changes.get(key)) {
            case null -> base.find(key);
            case Change.Put put -> Optional.of(put.entity());
            case Change.Remove remove -> Optional.empty();
        };
    }

    @Override
    public <S extends Entity> List<S> list(Kind<S> kind) {
        return list(kind, "", base.list(kind));
    }

    @Override
    public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
        return list(kind, prefix, base.list(kind, prefix));
    }

    /** As many more from below as may have been removed above; what comes after the last of these may not be the next. */
    @Override
    public <S extends Entity> List<S> list(Kind<S> kind, String prefix, String after, int limit) {
        int wanted = limit + changes.size();
        List<S> below = base.list(kind, prefix, after, wanted);
        return list(kind, prefix, below).stream()
                .filter(entity -> entity.key().name().compareTo(after) > 0)
                .filter(entity -> below.size() < wanted
                        || entity.key().compareTo(below.getLast().key()) <= 0)
                .limit(limit)
                .toList();
    }

    private <S extends Entity> List<S> list(Kind<S> kind, String prefix, List<S> below) {
        Map<EntityKey, S> found = new TreeMap<>();
        below.forEach(entity -> found.put(entity.key(), entity));
        for (Change change : changes.values()) {
            EntityKey key = change.key();
            if (key.kind().equals(kind.label()) && key.name().startsWith(prefix)) {
                switch (change) {
                    case Change.Put put -> found.put(put.key(), kind.type().cast(put.entity()));
                    case Change.Remove remove -> found.remove(remove.key());
                }
            }
        }
        return new ArrayList<>(found.values());
    }
}

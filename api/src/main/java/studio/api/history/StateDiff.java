package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.api.history.EntityChange.What;
import studio.api.history.JsonDiff.FieldChange;
import studio.api.json.StudioJson;
import studio.api.view.View;
import studio.api.view.Views;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;

/** What differs between two states of a stream, as people see its entities. */
public final class StateDiff {

    /** They say that something changed, and here it is about what. */
    private static final Set<String> BOOKKEEPING = Set.of("/revision", "/changedAt");

    private StateDiff() {}

    /** The entities that differ, in the order of their keys. */
    public static List<EntityChange> between(EntityMap before, EntityMap after) {
        Set<EntityKey> keys = new TreeSet<>(before.asMap().keySet());
        keys.addAll(after.asMap().keySet());
        List<EntityChange> changes = new ArrayList<>();
        for (EntityKey key : keys) {
            compare(before.stream(), shown(before, key), shown(after, key), changes);
        }
        return changes;
    }

    private static Optional<Entity> shown(EntityMap state, EntityKey key) {
        return state.find(key).filter(Views::exists);
    }

    private static void compare(
            StreamKey stream, Optional<Entity> before, Optional<Entity> after, List<EntityChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isPresent() && after.isPresent() && uid(before).equals(uid(after))) {
            changed(stream, before.get(), after.get(), changes);
            return;
        }
        before.ifPresent(entity -> changes.add(new EntityChange(
                entity.key(),
                entity.meta().uid(),
                What.REMOVED,
                Optional.of(Views.of(stream, entity)),
                Optional.empty(),
                List.of())));
        after.ifPresent(entity -> changes.add(new EntityChange(
                entity.key(),
                entity.meta().uid(),
                What.ADDED,
                Optional.empty(),
                Optional.of(Views.of(stream, entity)),
                List.of())));
    }

    private static Optional<Object> uid(Optional<Entity> entity) {
        return entity.map(each -> each.meta().uid());
    }

    private static void changed(StreamKey stream, Entity before, Entity after, List<EntityChange> changes) {
        View old = Views.of(stream, before);
        View now = Views.of(stream, after);
        List<FieldChange> fields = JsonDiff.between(json(old), json(now)).stream()
                .filter(field -> !BOOKKEEPING.contains(field.pointer()))
                .toList();
        if (!fields.isEmpty()) {
            changes.add(new EntityChange(
                    after.key(), after.meta().uid(), What.CHANGED, Optional.of(old), Optional.of(now), fields));
        }
    }

    private static JsonNode json(View view) {
        return StudioJson.json().valueToTree(view);
    }
}

package studio.agent.plan;

import java.util.List;
import java.util.stream.Collectors;
import studio.agent.router.Column;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;
import studio.agent.router.RouterEntity;

/**
 * In what the router has something else than is wanted.
 *
 * @param sameType whether it is of the same type at all
 * @param columns  the attributes that differ
 * @param unsaid   whether some of them are there and are not to be, which no update can say
 */
record Difference(boolean sameType, List<Column> columns, boolean unsaid) {

    static Difference between(RouterEntity entity, Observed present) {
        if (entity.type() != present.type()) {
            return new Difference(false, List.of(), false);
        }
        List<Column> columns = entity.differences(present);
        boolean unsaid = columns.stream()
                .anyMatch(column -> !entity.values().containsKey(column.name())
                        && column.unsaid().isEmpty());
        return new Difference(true, columns, unsaid);
    }

    /** Says whether the router can change that type of entity in any way. */
    static boolean isUpdatable(EntityType type) {
        return type.columns().stream().anyMatch(Column::updatable);
    }

    boolean isNone() {
        return sameType && columns.isEmpty();
    }

    boolean canBeUpdated() {
        return sameType && !unsaid && columns.stream().allMatch(Column::updatable);
    }

    @Override
    public String toString() {
        return sameType ? columns.stream().map(Column::name).collect(Collectors.joining(", ")) : "type";
    }
}

package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.projection.history.Past;
import studio.projection.store.EntityColumns;

/** Asks a stream as it stood what {@link EntityQueries} asks the tables: the same lists, filters and pages. */
final class PastQueries {

    private PastQueries() {}

    /** The root of the stream, unless it was gone by then. */
    static Optional<Found> root(Past past, Listing<?> listing) {
        return past.entities()
                .find(StreamType.root(past.stream()))
                .filter(entity -> !Views.state(entity).equals(listing.gone()))
                .map(entity -> new Found(past.stream(), entity));
    }

    static Optional<Found> find(Past past, Listing<?> listing, String name) {
        return past.entities()
                .find(new EntityKey(kind(listing).label(), name))
                .map(entity -> new Found(past.stream(), entity));
    }

    static Page<Found> list(Past past, Listing<?> listing, Page.Wanted page, Map<String, Optional<String>> filters) {
        return list(past, listing, page, filters, entity -> true);
    }

    static Page<Found> list(
            Past past,
            Listing<?> listing,
            Page.Wanted page,
            Map<String, Optional<String>> filters,
            Predicate<Entity> more) {
        List<Found> found = past.entities().list(kind(listing)).stream()
                .filter(more)
                .filter(entity -> page.after()
                        .filter(after -> name(entity).compareTo(after.values().getFirst()) <= 0)
                        .isEmpty())
                .filter(entity -> filters.entrySet().stream()
                        .allMatch(filter -> filter.getValue().isEmpty()
                                || filter.getValue().equals(value(past, listing, filter.getKey(), entity))))
                .limit(page.limit() + 1L)
                .map(entity -> new Found(past.stream(), entity))
                .toList();
        return Page.of(found, page.limit(), each -> Cursor.of(name(each.entity())));
    }

    private static String name(Entity entity) {
        return entity.key().name();
    }

    private static Kind<?> kind(Listing<?> listing) {
        return EntityColumns.kind(table(listing));
    }

    private static String table(Listing<?> listing) {
        return listing.row().getAnnotation(Table.class).name();
    }

    private static Optional<String> value(Past past, Listing<?> listing, String attribute, Entity entity) {
        try {
            String column = listing.row()
                    .getDeclaredField(attribute)
                    .getAnnotation(Column.class)
                    .name();
            return EntityColumns.value(table(listing), column, past.stream(), entity);
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(listing.row() + " has no attribute " + attribute, e);
        }
    }
}

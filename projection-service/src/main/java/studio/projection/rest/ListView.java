package studio.projection.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.view.View;
import studio.projection.query.Cursor;
import studio.projection.query.Found;
import studio.projection.query.Page;

/**
 * A page of a list.
 *
 * @param items the page
 * @param next  where the next page begins
 * @param <V>   what an item is
 */
public record ListView<V>(
        List<V> items,

        @Schema(description = "Where the next page begins; absent on the last.")
        Optional<String> next) {

    /** The views of a page of entities, which are of that type. */
    static <V extends View> ListView<V> of(Page<Found> page, Class<V> type) {
        List<V> items =
                page.rows().stream().map(found -> type.cast(found.view())).toList();
        return new ListView<>(items, page.next().map(Cursor::toString));
    }
}

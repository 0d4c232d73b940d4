package studio.projection.rest.history;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.projection.audit.AuditEntry;
import studio.projection.query.Cursor;
import studio.projection.query.Page;

@Schema(name = "History", description = "A page of what happened.")
record HistoryView(
        List<EventView> items,

        @Schema(description = "Where the next page begins; absent on the last.")
        Optional<String> next) {

    static HistoryView of(Page<AuditEntry> page) {
        return new HistoryView(
                page.rows().stream().map(EventView::of).toList(), page.next().map(Cursor::toString));
    }
}

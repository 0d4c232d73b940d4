package studio.projection.rest.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.history.EntityChange;
import studio.api.history.EntityChange.What;
import studio.api.history.JsonDiff;
import studio.api.history.StateDiff;
import studio.api.json.Word;
import studio.api.view.View;
import studio.projection.history.Past;
import studio.projection.query.Cursor;
import studio.projection.query.Page;

@Schema(name = "Diff", description = "What differs between two moments of a stream.")
record DiffView(
        MomentView from,

        @Schema(description = "Give this revision as `to` of the next page, should `to` be the present.")
        MomentView to,

        @Schema(description = "How many entities were added, on all pages together.")
        long added,

        long removed,
        long changed,
        List<ItemView> items,

        @Schema(description = "Where the next page begins; absent on the last.")
        Optional<String> next) {

    /** How many values a cursor has. */
    static final int CURSOR_VALUES = 3;

    @Schema(name = "DiffMoment", description = "A moment of a stream: after that event, which happened at that time.")
    record MomentView(long revision, Instant time) {

        static MomentView of(Past past) {
            return new MomentView(past.revision(), past.time());
        }
    }

    @Schema(
            name = "DiffItem",
            description = "An entity that differs. `revision` and `changedAt` alone are no difference.")
    record ItemView(
            @Schema(description = "The kind of the entity.", examples = "interior-site")
            String kind,

            String name,

            @Schema(description = "An object that was made again under its name has another: it is removed and added.")
            String uid,

            @Schema(description = "`added`, `removed` or `changed`.", examples = "changed")
            String change,

            @Schema(description = "What was shown of it; absent if it was added.", implementation = Map.class)
            Optional<View> before,

            @Schema(description = "What is shown of it; absent if it was removed.", implementation = Map.class)
            Optional<View> after,

            @Schema(description = "The fields that differ, if it changed.")
            List<FieldView> fields) {

        static ItemView of(EntityChange change) {
            return new ItemView(
                    change.key().kind(),
                    change.key().name(),
                    change.uid().toString(),
                    Word.of(change.what()),
                    change.before(),
                    change.after(),
                    change.fields().stream().map(FieldView::of).toList());
        }
    }

    @Schema(name = "DiffField", description = "A field that differs.")
    record FieldView(
            @Schema(description = "Where it is (RFC 6901).", examples = "/location")
            String pointer,

            @Schema(description = "What it was; absent if it was not there.", implementation = Object.class)
            Optional<JsonNode> before,

            @Schema(description = "What it is; absent if it is not there.", implementation = Object.class)
            Optional<JsonNode> after) {

        static FieldView of(JsonDiff.FieldChange change) {
            return new FieldView(change.pointer(), change.before(), change.after());
        }
    }

    static DiffView of(Past from, Past to, Page.Wanted wanted) {
        List<EntityChange> changes = StateDiff.between(from.entities(), to.entities());
        List<EntityChange> rest = changes.stream()
                .filter(change ->
                        wanted.after().filter(last -> !isAfter(change, last)).isEmpty())
                .limit(wanted.limit() + 1L)
                .toList();
        Page<EntityChange> page = Page.of(rest, wanted.limit(), DiffView::place);
        return new DiffView(
                MomentView.of(from),
                MomentView.of(to),
                count(changes, What.ADDED),
                count(changes, What.REMOVED),
                count(changes, What.CHANGED),
                page.rows().stream().map(ItemView::of).toList(),
                page.next().map(Cursor::toString));
    }

    private static long count(List<EntityChange> changes, What what) {
        return changes.stream().filter(change -> change.what() == what).count();
    }

    /** Of what was made again, the removed comes before the added. */
    private static Cursor place(EntityChange change) {
        return Cursor.of(change.key().kind(), change.key().name(), change.what() == What.ADDED ? "1" : "0");
    }

    private static boolean isAfter(EntityChange change, Cursor cursor) {
        List<String> place = place(change).values();
        for (int i = 0; i < CURSOR_VALUES; i++) {
            int order = place.get(i).compareTo(cursor.values().get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }
}

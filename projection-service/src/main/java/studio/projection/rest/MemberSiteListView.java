package studio.projection.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.view.MemberSiteView;
import studio.projection.query.MemberSiteRow;
import studio.projection.query.Page;

/**
 * A page of a network's sites.
 *
 * @param items the page
 * @param next  where the next page begins
 * @param count how many sites the network has, whatever is asked for
 */
public record MemberSiteListView(
        List<MemberSiteView> items,

        @Schema(description = "Where the next page begins; absent on the last.")
        Optional<String> next,

        @Schema(
                description = "How many sites the network has, whatever is asked for, those included that have left or"
                        + " were shut out and may still hold something.")
        long count) {

    static MemberSiteListView of(Page<MemberSiteRow> page, long count) {
        ListView<MemberSiteView> list = ListView.of(page, MemberSiteView.class);
        return new MemberSiteListView(list.items(), list.next(), count);
    }
}

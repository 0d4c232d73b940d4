package studio.feed.relay;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.Frame;
import studio.feed.source.AudienceStore;
import studio.feed.source.Source;

/** What a home serves its sites from: what it last got itself. A delta goes on as a delta; after a snapshot sites get snapshots. */
public final class RelaySource {

    private final AudienceStore store = new AudienceStore();

    /** Begins with what the home has from before. */
    public RelaySource(Document document) {
        store.replace(document.shelves().values());
    }

    /** What the sites' sessions ask. */
    public Source source() {
        return store;
    }

    /**
     * Goes on to the home's new document.
     *
     * @return the audiences that changed, for the sessions to be told
     */
    public Set<String> apply(Output.Changed changed, Instant now) {
        if (changed.cause() instanceof Frame.Delta delta) {
            return store.apply(Update.of(delta), now);
        }
        Map<String, Shelf> shelves = changed.document().shelves();
        return store.replace(changed.audiences().stream()
                .filter(shelves::containsKey)
                .map(shelves::get)
                .toList());
    }
}

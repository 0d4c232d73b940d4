package studio.agent.feed;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.agent.loop.Documents;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.kernel.EntityKey;
import studio.feed.document.Document;
import studio.schema.feed.ItemMapping;

/** The last good document, in the planner's words. */
final class NewestItems implements Documents {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<List<Item>> newest = Optional.empty();

    @Override
    public Optional<List<Item>> newest() {
        return newest;
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    /** An empty document is none: nothing has come yet. What was checked when it came can be read. */
    void show(Document document) {
        if (!document.shelves().isEmpty()) {
            set(document.merged().values().stream().map(ItemMapping::fromFeed).toList());
        }
    }

    /** The other end has said that there is no such site any more, which means the same as an item that says so. */
    void farewell(String site) {
        set(List.of(Item.of(
                "decommission",
                new ItemSpec.Decommission(Optional.empty()),
                new Cause(new EntityKey("site", site), 0))));
    }

    private void set(List<Item> items) {
        newest = Optional.of(items);
        listeners.forEach(Runnable::run);
    }
}

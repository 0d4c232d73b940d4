package studio.agent.loop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import studio.domain.plan.Item;

/** A document that is given by whoever has it, and kept in memory. */
public final class GivenDocuments implements Documents {

    private final AtomicReference<Optional<List<Item>>> newest = new AtomicReference<>(Optional.empty());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Gives another one. */
    public void set(List<Item> items) {
        newest.set(Optional.of(List.copyOf(items)));
        listeners.forEach(Runnable::run);
    }

    @Override
    public Optional<List<Item>> newest() {
        return newest.get();
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}

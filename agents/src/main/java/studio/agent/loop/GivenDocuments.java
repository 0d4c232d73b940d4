package studio.agent.loop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.domain.plan.Item;

/** A document that is given by whoever has it, and kept in memory. */
public final class GivenDocuments implements Documents {

    private volatile Optional<List<Item>> newest = Optional.empty();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Gives another one. */
    public void set(List<Item> items) {
        newest = Optional.of(List.copyOf(items));
        listeners.forEach(Runnable::run);
    }

    @Override
    public Optional<List<Item>> newest() {
        return newest;
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}

package studio.standin.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The mobile addresses that this router has consumers or producers of. */
public final class AddressTable {

    /** One address. */
    public static final class Entry {
        private final String name;
        private final List<Destination> destinations = new ArrayList<>();
        private final List<Watch> watches = new ArrayList<>();
        private int turn;
        private long ingress;
        private long egress;

        Entry(String name) {
            this.name = name;
        }

        /** Its name. */
        public String name() {
            return name;
        }

        /** Its consumers at this router. */
        public List<Destination> destinations() {
            return List.copyOf(destinations);
        }

        /** How many messages came in for it here. */
        public long ingress() {
            return ingress;
        }

        /** How many went out to a consumer here. */
        public long egress() {
            return egress;
        }

        void count(boolean delivered) {
            ingress++;
            egress += delivered ? 1 : 0;
        }

        int nextTurn() {
            return turn++;
        }
    }

    /** A producer's interest in whether its address can be reached. */
    public final class Watch {
        private final String address;
        private final Optional<Object> except;
        private final Consumer<Boolean> heard;
        private boolean last;

        private Watch(String address, Optional<Object> except, Consumer<Boolean> heard) {
            this.address = address;
            this.except = except;
            this.heard = heard;
        }

        private void look() {
            boolean now = reachable(address, except);
            if (now != last) {
                last = now;
                heard.accept(now);
            }
        }

        /** What was heard last. */
        public boolean reachable() {
            return last;
        }

        /** Ends the interest. */
        public void end() {
            entry(address).watches.remove(this);
            tidy(address);
            watched.accept(address);
        }

        private boolean reachable(String name, Optional<Object> side) {
            return entry(name).destinations.stream().anyMatch(other -> isElsewhere(other, side))
                    || elsewhere.test(name);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Predicate<String> elsewhere = address -> false;
    private Consumer<String> consumed = address -> {};
    private Consumer<String> watched = address -> {};

    /** Who knows of consumers at other routers, and who wants to hear of consumers and of producers here. */
    public void connect(
            Predicate<String> consumersElsewhere,
            Consumer<String> consumersChanged,
            Consumer<String> producersChanged) {
        elsewhere = consumersElsewhere;
        consumed = consumersChanged;
        watched = producersChanged;
    }

    static boolean isElsewhere(Destination destination, Optional<Object> side) {
        return side.isEmpty() || !destination.connection().equals(side);
    }

    Entry entry(String address) {
        return entries.computeIfAbsent(address, Entry::new);
    }

    /** That address, if it is known. */
    public Optional<Entry> find(String address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** All that are known. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** The addresses with consumers here. */
    public Set<String> consumed() {
        Set<String> names = new java.util.TreeSet<>();
        entries.values().stream()
                .filter(entry -> !entry.destinations.isEmpty())
                .forEach(entry -> names.add(entry.name));
        return names;
    }

    /** The addresses with producers here. */
    public List<String> watched() {
        return entries.values().stream()
                .filter(entry -> !entry.watches.isEmpty())
                .map(Entry::name)
                .toList();
    }

    /** Adds a consumer. */
    public void add(String address, Destination destination) {
        entry(address).destinations.add(destination);
        changed(address);
        consumed.accept(address);
    }

    /** Takes a consumer away. */
    public void remove(String address, Destination destination) {
        if (entry(address).destinations.remove(destination)) {
            changed(address);
            consumed.accept(address);
        }
        tidy(address);
    }

    private void tidy(String address) {
        Entry entry = entry(address);
        if (entry.destinations.isEmpty() && entry.watches.isEmpty()) {
            entries.remove(address);
        }
    }

    /** Tells from now on whether the address can be reached elsewhere than at that connection; at once if it can. */
    public Watch watch(String address, Optional<Object> except, Consumer<Boolean> heard) {
        Watch watch = new Watch(address, except, heard);
        entry(address).watches.add(watch);
        watched.accept(address);
        watch.look();
        return watch;
    }

    /** Something changed about who consumes that address. */
    public void changed(String address) {
        find(address).ifPresent(entry -> List.copyOf(entry.watches).forEach(Watch::look));
    }

    /** Something changed about the network. */
    public void changed() {
        List.copyOf(entries.keySet()).forEach(this::changed);
    }
}

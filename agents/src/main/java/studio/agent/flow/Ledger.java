package studio.agent.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.feed.frame.FlowReport;

/**
 * What was counted since the agent began, whatever happens to its router, and which of it nobody was told. It is bounded: what there is no
 * room for is counted as lost. One thread at a time.
 */
final class Ledger {

    /** The most items and addresses that are counted apart. */
    static final int MAX_TALLIES = 4_000;

    private final String counter;
    private final Instant began;
    private final Map<Tally.Key, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, FlowReport.RouterLink> links = new LinkedHashMap<>();
    private final Map<String, FlowReport.Flow> flows = new LinkedHashMap<>();
    private final Set<Tally.Key> untold = new LinkedHashSet<>();
    private final Set<String> untoldLinks = new HashSet<>();
    private Optional<String> router = Optional.empty();
    private String version = "";
    private long lost;

    /** Begins to count. */
    Ledger(String counter, Instant began) {
        this.counter = counter;
        this.began = began;
    }

    Instant began() {
        return began;
    }

    void router(String id, String itsVersion) {
        router = Optional.of(id);
        version = itsVersion;
    }

    /** Counts something. */
    void count(Tally.Key key, Consumer<Tally> change) {
        Tally tally = tallies.get(key);
        if (tally == null) {
            if (tallies.size() >= MAX_TALLIES) {
                lost++;
                return;
            }
            tally = new Tally();
            tallies.put(key, tally);
        }
        change.accept(tally);
        untold.add(key);
    }

    void link(FlowReport.RouterLink link) {
        boolean room = links.containsKey(link.name()) || links.size() < FlowReport.MAX_LINKS;
        if (!room) {
            lost++;
        } else if (!link.equals(links.put(link.name(), link))) {
            untoldLinks.add(link.name());
        }
    }

    /** The router has no such link any more. */
    void unlink(String name) {
        links.remove(name);
        untoldLinks.remove(name);
    }

    /** A single flow is other than before; the newest are told, of the others only what they carry. */
    void flow(FlowReport.Flow flow) {
        flows.remove(flow.id());
        flows.put(flow.id(), flow);
        if (flows.size() > FlowReport.MAX_FLOWS) {
            flows.remove(flows.keySet().iterator().next());
        }
    }

    void lost() {
        lost++;
    }

    /** The router's life is over. */
    void ended() {
        tallies.forEach((key, tally) -> {
            tally.endAll();
            untold.add(key);
        });
        links.clear();
        untoldLinks.clear();
    }

    /** Everything is to be told again, since it may be that nobody knows it. */
    void tellAll() {
        untold.addAll(tallies.keySet());
        untoldLinks.addAll(links.keySet());
    }

    /** What nobody was told yet, as much as a report holds; nothing before it is known whose it is. */
    Optional<FlowReport> take() {
        if (router.isEmpty() || (untold.isEmpty() && untoldLinks.isEmpty() && flows.isEmpty())) {
            return Optional.empty();
        }
        List<FlowReport.Service> services = new ArrayList<>();
        Iterator<Tally.Key> keys = untold.iterator();
        while (keys.hasNext() && services.size() < FlowReport.MAX_SERVICES) {
            Tally.Key key = keys.next();
            Optional.ofNullable(tallies.get(key)).ifPresent(tally -> services.add(tally.of(key)));
            keys.remove();
        }
        List<FlowReport.RouterLink> told = links.values().stream()
                .filter(link -> untoldLinks.contains(link.name()))
                .toList();
        FlowReport report = new FlowReport(
                counter, began, router.get(), version, services, told, List.copyOf(flows.values()), lost);
        untoldLinks.clear();
        flows.clear();
        return Optional.of(report);
    }
}

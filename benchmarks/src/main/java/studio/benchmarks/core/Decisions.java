package studio.benchmarks.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import studio.benchmarks.Report;
import studio.benchmarks.Times;

/** What commands cost in the domain alone, in a network with a number of stores. */
public final class Decisions {

    private static final int WARM_UP = 400;
    private static final int WARM_UP_STORES = 5_000;
    private static final int ROUNDS = 400;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double NANOS_PER_SECOND = 1e9;

    private final Report report;
    private final int slots;

    /** Reports there; headquarters has room for so many stores. */
    public Decisions(Report report, int slots) {
        this.report = report;
        this.slots = slots;
    }

    /** Measures with that many stores. */
    public void measure(int count) {
        founded(WARM_UP_STORES);
        long begin = Processor.nanos();
        StoreNetwork network = founded(count);
        Core core = network.core();
        double seconds = (Processor.nanos() - begin) / NANOS_PER_SECOND;
        String of = "%,d stores: ".formatted(count);
        report.add(
                of + "all commands from the first store on",
                "%,.0f commands/s, %,.0f events/s".formatted(core.commands() / seconds, core.revision() / seconds));
        Deque<StoreNetwork.Store> opened = new ArrayDeque<>();
        time(core, of + "a store joins (claim, certificate, first report)", () -> opened.add(network.open()));
        Queue<StoreNetwork.Store> accepting = new ArrayDeque<>(opened);
        time(core, of + "a store accepts", () -> network.accept(accepting.remove(), Composition.IN_STORES));
        time(core, of + "a store reports", () -> network.runs(opened.remove(), Composition.IN_STORES));
        Queue<StoreNetwork.Store> declining = new ArrayDeque<>(network.stores());
        time(
                core,
                of + "a store that headquarters calls declines",
                () -> network.decline(declining.remove(), Composition.WATCHED));
    }

    private StoreNetwork founded(int count) {
        StoreNetwork network = StoreNetwork.found("decisions", slots, START, (event, changes, before) -> {});
        network.grow(count);
        return network;
    }

    private void time(Core core, String what, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long before = core.commands();
        Times times = new Times();
        long start = Processor.nanos();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = Processor.nanos();
            work.run();
            times.add(Processor.nanos() - begin);
        }
        double seconds = (Processor.nanos() - start) / NANOS_PER_SECOND;
        report.add(what, "%,.0f commands/s; %s".formatted((core.commands() - before) / seconds, times));
    }
}

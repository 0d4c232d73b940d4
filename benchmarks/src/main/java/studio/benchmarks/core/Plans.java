package studio.benchmarks.core;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import studio.benchmarks.Report;
import studio.benchmarks.Times;
import studio.domain.kernel.Name;
import studio.domain.network.MemberInvitation;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;
import studio.domain.plan.Audience;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.Planner;

/** What planning costs in an application of twenty components, with a number of stores. */
public final class Plans {

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 500;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Report report;
    private final int slots;

    /** Reports there; headquarters has room for so many stores. */
    public Plans(Report report, int slots) {
        this.report = report;
        this.slots = slots;
    }

    /** Measures with that many stores. */
    public void measure(int count) {
        StoreNetwork network = StoreNetwork.found("plans", slots, START, (event, changes, before) -> {});
        network.grow(count);
        PlanMeter meter = new PlanMeter();
        network.core().observe(meter);
        String of = "%,d stores: ".formatted(count);
        List<Audience> shared = shared(network);
        report.add(
                of + "full plan to fragments",
                times(() -> plan(network, shared)).toString(),
                "< 50 ms");
        report.add(
                of + "the document of a store", times(() -> document(network)).toString());
        report.add(of + "one more store", planned(meter, network::open), "< 5 ms");
        Iterator<StoreNetwork.Store> silent =
                network.stores().subList(count, network.stores().size()).iterator();
        report.add(of + "a store accepts", planned(meter, () -> network.accept(silent.next(), Composition.IN_STORES)));
        Iterator<StoreNetwork.Store> watched = network.stores().iterator();
        report.add(
                of + "a store that headquarters calls declines",
                planned(meter, () -> network.decline(watched.next(), Composition.WATCHED)));
        AtomicInteger changes = new AtomicInteger();
        report.add(
                of + "a change for all stores", planned(meter, () -> network.scale(1 + changes.incrementAndGet() % 2)));
    }

    /** The audiences that are not one site's own. */
    private static List<Audience> shared(StoreNetwork network) {
        return Stream.of(
                        Stream.of(new Audience.OfNetwork()),
                        network.core().entities().list(SiteClass.KIND).stream()
                                .map(SiteClass::ref)
                                .map(Audience.OfClass::new),
                        network.core().entities().list(MemberInvitation.KIND).stream()
                                .map(invitation -> new Audience.OfInvitation(new Ref(
                                        Name.of(invitation.meta().name()),
                                        invitation.meta().uid()))))
                .<Audience>flatMap(audiences -> audiences)
                .toList();
    }

    private static void plan(StoreNetwork network, List<Audience> audiences) {
        long items = audiences.stream()
                .map(audience -> Planner.plan(network.core().entities(), audience))
                .mapToLong(List::size)
                .sum();
        require(items > Composition.COMPONENTS);
    }

    private static void document(StoreNetwork network) {
        List<Item> items = Document.of(
                network.core().entities(), network.stores().getFirst().uid());
        require(!items.isEmpty());
    }

    /** What is measured must be used, or the compiler leaves it out. */
    private static void require(boolean done) {
        if (!done) {
            throw new IllegalStateException("nothing was planned");
        }
    }

    private static Times times(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        Times times = new Times();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = Processor.nanos();
            work.run();
            times.add(Processor.nanos() - begin);
        }
        return times;
    }

    private static String planned(PlanMeter meter, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        Times times = new Times();
        long audiences = 0;
        long items = 0;
        for (int i = 0; i < ROUNDS; i++) {
            PlanMeter.Cost cost = meter.during(work);
            times.add(cost.nanos());
            audiences += cost.audiences();
            items += cost.items();
        }
        return "%s; %.1f audiences, %.1f items".formatted(times, audiences / (double) ROUNDS, items / (double) ROUNDS);
    }
}

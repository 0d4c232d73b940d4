package studio.benchmarks.core;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Overlay;
import studio.domain.plan.Audience;
import studio.domain.plan.Concern;
import studio.domain.plan.Planner;

/** Plans again what each event concerns, as the planner does, and tells what that took. Not safe for threads. */
final class PlanMeter implements Core.Observer {

    private long nanos;
    private long audiences;
    private long items;

    @Override
    public void happened(Core.Happened event, List<Change> changes, Entities before) {
        long begin = Processor.nanos();
        Overlay after = new Overlay(before);
        after.apply(changes);
        Set<Audience> concerned =
                Concern.of(changes.stream().map(Change::key).collect(Collectors.toSet()), before, after);
        for (Audience audience : concerned) {
            items += Planner.plan(after, audience).size();
        }
        nanos += Processor.nanos() - begin;
        audiences += concerned.size();
    }

    /** How long planning took during that. */
    Cost during(Runnable work) {
        nanos = 0;
        audiences = 0;
        items = 0;
        work.run();
        return new Cost(nanos, audiences, items);
    }

    /**
     * What planning took.
     *
     * @param nanos     how long
     * @param audiences how many audiences were planned
     * @param items     how many items they have
     */
    record Cost(long nanos, long audiences, long items) {}
}

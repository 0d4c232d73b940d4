package studio.benchmarks.router;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import studio.agent.loop.Documents;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.Reports;
import studio.agent.loop.SiteReport;
import studio.agent.router.RouterEntity;
import studio.domain.kernel.EntityKey;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.RouterSpec;

/** What is wanted of the agent, and what it last said. */
final class Progress implements Reports {

    private static final String LABEL = "load";

    private final GivenDocuments documents = new GivenDocuments();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition reported = lock.newCondition();
    private List<RouterEntity> wanted = List.of();
    private Optional<SiteReport> last = Optional.empty();
    private boolean lost;
    private long version;

    Progress() {
        publish();
    }

    Documents documents() {
        return documents;
    }

    List<RouterEntity> wanted() {
        return wanted;
    }

    void expect(List<RouterEntity> entities) {
        wanted = List.copyOf(entities);
        last = Optional.empty();
        publish();
    }

    /** The agent translates whatever document it has into what is wanted here; a new one makes it look. */
    private void publish() {
        version++;
        RouterSpec spec = new RouterSpec.RouterConnector(LABEL, "localhost", 1, 1, LABEL);
        documents.set(List.of(new Item(
                "connector/" + LABEL + version,
                "i1:" + version,
                spec,
                List.of(),
                new Cause(new EntityKey(LABEL, LABEL), version))));
    }

    void forget() {
        last = Optional.empty();
        lost = false;
    }

    @Override
    public void report(SiteReport report) {
        lock.lock();
        try {
            lost |= !(report.health() instanceof SiteReport.Health.Healthy);
            last = Optional.of(report);
            reported.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean healthy() {
        return last.filter(report -> report.health() instanceof SiteReport.Health.Healthy)
                .isPresent();
    }

    boolean isConverged() {
        return healthy() && last.filter(SiteReport::converged).isPresent();
    }

    boolean isConvergedAnew() {
        return lost && isConverged();
    }

    Duration await(Predicate<Progress> condition, Duration patience) throws InterruptedException, TimeoutException {
        long start = System.nanoTime();
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!condition.test(this)) {
                if (left <= 0) {
                    throw new TimeoutException("last report: " + last);
                }
                left = reported.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void idle(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}

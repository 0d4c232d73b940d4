package studio.agent.member;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.agent.feed.Feed;
import studio.agent.loop.Documents;
import studio.agent.loop.GivenDocuments;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.feed.frame.FlowReport;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.schema.feed.FlowCodec;

/** A feed in memory: what the other end says is said by the test. */
public final class TestFeed implements Feed {

    private final GivenDocuments documents = new GivenDocuments();
    private final Map<String, ItemStatus> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final List<Frame.Decide> decided = new CopyOnWriteArrayList<>();
    private final List<Consumer<Frame.Decided>> listeners = new CopyOnWriteArrayList<>();
    private final List<FlowReport> flows = new CopyOnWriteArrayList<>();
    private final AtomicBoolean cleaned = new AtomicBoolean();
    private final Function<Frame.Decide, Frame.Decided> network;

    public TestFeed(Function<Frame.Decide, Frame.Decided> network) {
        this.network = network;
    }

    /** The site is to have this. */
    public void send(List<Item> items) {
        documents.set(items);
    }

    public Map<String, ItemStatus> statuses() {
        return statuses;
    }

    /** What the site wants to have signed as that certificate, if it has said so. */
    public Optional<String> request(Uid certificate) {
        return Optional.ofNullable(requests.get(certificate.toString()));
    }

    public List<Frame.Decide> decided() {
        return new ArrayList<>(decided);
    }

    /** What was told of traffic, the newest last. */
    public List<FlowReport> flows() {
        return flows;
    }

    public boolean isCleaned() {
        return cleaned.get();
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public void status(Collection<ItemStatus> changed, Collection<String> gone) {
        changed.forEach(status -> statuses.put(status.key(), status));
        gone.forEach(statuses::remove);
    }

    @Override
    public boolean decide(Frame.Decide decision) {
        decided.add(decision);
        Frame.Decided answer = network.apply(decision);
        listeners.forEach(listener -> listener.accept(answer));
        return true;
    }

    @Override
    public void onDecided(Consumer<Frame.Decided> listener) {
        listeners.add(listener);
    }

    @Override
    public void request(Frame.Csr csr) {
        requests.put(csr.certificate(), csr.request());
    }

    @Override
    public void flows(Frame.Flows report) {
        flows.add(FlowCodec.decode(report.summaries()));
    }

    @Override
    public void cleaned(Runnable said) {
        said.run();
        cleaned.set(true);
    }

    @Override
    public void hurry() {}

    @Override
    public boolean isRouted() {
        return false;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public Optional<Instant> lastHeard() {
        return Optional.of(Clock.systemUTC().instant());
    }

    @Override
    public void close() {}
}

package studio.agent.loop;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import studio.agent.TestAuthority;
import studio.agent.TestRouter;
import studio.agent.amqp.ManagementSession;
import studio.agent.boot.RouterSettings;
import studio.agent.boot.RouterSettings.Mode;
import studio.agent.certificate.CertificateFiles;
import studio.agent.interior.InteriorSite;
import studio.agent.process.RouterProcess;
import studio.agent.reconcile.Round;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus;

/** An interior site with a router and an agent; the test is its planner and its authority. */
public final class TestSite implements AutoCloseable {

    public static final Pace PACE =
            new Pace(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofSeconds(1));

    private final GivenDocuments documents = new GivenDocuments();
    private final List<SiteReport> reports = new CopyOnWriteArrayList<>();
    private final TreeMap<String, ItemSpec> items = new TreeMap<>();
    private final RouterSettings settings;
    private final Vertx vertx;
    private InteriorSite site;

    public TestSite(String id, Path directory, Vertx vertx) throws IOException {
        this.vertx = vertx;
        this.settings = new RouterSettings(id, Mode.INTERIOR, "site-" + id, TestRouter.freePort(), directory);
        this.site = start();
    }

    private InteriorSite start() throws IOException {
        return InteriorSite.start(
                vertx,
                new InteriorSite.Settings(
                        settings,
                        new CertificateFiles(settings.directory().resolve("certificates")),
                        TestRouter.command(),
                        System.getenv("PATH"),
                        "127.0.0.1",
                        "localhost",
                        PACE),
                documents,
                reports::add,
                Clock.systemUTC());
    }

    /** Ends the agent, and starts another one. */
    void replaceAgent() throws IOException {
        site.leave();
        reports.clear();
        site = start();
    }

    public TestSite with(String key, ItemSpec spec) {
        items.put(key, spec);
        return this;
    }

    public TestSite without(String key) {
        items.remove(key);
        return this;
    }

    public void publish() {
        List<Item> document = new ArrayList<>();
        items.forEach((key, spec) -> document.add(new Item(
                key, "i1:" + Objects.hashCode(spec), spec, List.of(), new Cause(new EntityKey("link", "x"), 1))));
        documents.set(document);
    }

    /**
     * Asks the agent for a request, and gives it the certificate that follows.
     *
     * @return the certificate, in PEM
     */
    public String enrol(Uid certificate, String subject, int ordinal, TestAuthority authority) {
        String key = "certificate/" + certificate;
        with(key, certificate(subject, ordinal, Optional.empty())).publish();
        SiteReport asked = await(report -> report.requests().containsKey(certificate));
        String chain = authority.sign(
                Optional.ofNullable(asked.requests().get(certificate)).orElseThrow());
        with(key, certificate(subject, ordinal, Optional.of(chain))).publish();
        return chain;
    }

    private static RouterSpec.RouterCertificate certificate(String subject, int ordinal, Optional<String> chain) {
        return new RouterSpec.RouterCertificate(
                new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, Name.of(subject)),
                Optional.of("localhost"),
                ordinal,
                1,
                chain.isEmpty(),
                chain);
    }

    public SiteReport await(Predicate<SiteReport> condition) {
        if (!TestRouter.eventually(() -> !reports.isEmpty() && condition.test(reports.getLast()))) {
            throw new AssertionError("last report: " + (reports.isEmpty() ? "none" : reports.getLast())
                    + site.router().log().tail());
        }
        return reports.getLast();
    }

    public SiteReport awaitApplied() {
        return await(report -> report.items().size() == items.size()
                && report.items().stream()
                        .allMatch(item -> item.progress() == SiteStatus.Progress.APPLIED
                                && item.digest().equals("i1:" + Objects.hashCode(items.get(item.key())))));
    }

    List<Round.Drift> drift() {
        return reports.stream().flatMap(report -> report.drift().stream()).toList();
    }

    RouterSettings settings() {
        return settings;
    }

    RouterProcess router() {
        return site.router();
    }

    ManagementSession connect() {
        return TestRouter.connect(settings, vertx, site.router().log());
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}

package studio.home.testing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.interior.InteriorSite;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteReport;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;

/** A backbone of one interior router, with a door for each network that a test attaches. */
public final class Backbone implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVERYWHERE = "*";

    private final TestTree.Point point;
    private final Uid certificate;
    private final GivenDocuments documents = new GivenDocuments();
    private final Queue<SiteReport> reports = new ConcurrentLinkedQueue<>();
    private final TreeMap<String, ItemSpec> items = new TreeMap<>();
    private final InteriorSite site;

    /** Starts it, with a certificate for its access point. */
    public Backbone(Vertx vertx, TestTree.Point point, Uid certificate, Path directory) throws IOException {
        this.point = point;
        this.certificate = certificate;
        RouterSettings router = new RouterSettings("bb", RouterSettings.Mode.INTERIOR, "bb", Routers.port(), directory);
        this.site = InteriorSite.start(
                vertx,
                new InteriorSite.Settings(
                        router,
                        new CertificateFiles(directory.resolve("certificates")),
                        Routers.command(),
                        System.getenv("PATH"),
                        "127.0.0.1",
                        "localhost",
                        Routers.PACE),
                documents,
                reports::add,
                Clock.systemUTC());
        items.put("certificate/" + certificate, certificate(Optional.empty()));
        publish();
        String request = await().atMost(PATIENCE)
                .until(
                        () -> reports.stream()
                                .flatMap(report ->
                                        Optional.ofNullable(report.requests().get(certificate)).stream())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        items.put("certificate/" + certificate, certificate(Optional.of(point.sign(request))));
    }

    private static ItemSpec certificate(Optional<String> chain) {
        return new RouterSpec.RouterCertificate(
                new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, Name.of("point")),
                Optional.of("localhost"),
                1,
                1,
                chain.isEmpty(),
                chain);
    }

    private void publish() {
        documents.set(items.entrySet().stream()
                .map(entry -> new Item(
                        entry.getKey(),
                        "i1:" + Objects.hashCode(entry.getValue()),
                        entry.getValue(),
                        List.of(),
                        new Cause(new EntityKey("link", "x"), 1)))
                .toList());
    }

    /** Lets a network in, and its home serve its address there, as the planner plans it; gives the link that leads there. */
    public ItemSpec.Link attach(TestTree.Network network, Uid home) {
        String vanId = network.uid().base32Hex();
        String net = "net-" + vanId;
        int port = Routers.port();
        List<String> sources = List.of(vanId + "/*", vanId + "-${user}", "_$qd.edge_addr_tracking");
        List<String> answers =
                Stream.concat(sources.stream(), Stream.of(vanId + ".feed/*")).toList();
        List<String> targets = List.of(vanId + "/#", vanId + ".feed/#", "amqp:/_edge/*/temp.#", "_$qd.mesh_discovery");
        items.put("profile/" + net, new RouterSpec.SslProfile(net, certificate, network.authority(), 1, 1));
        items.put(
                "vhost/vhost-" + net,
                new RouterSpec.Vhost(
                        "vhost-" + net,
                        net,
                        List.of(
                                new RouterSpec.VhostGroup("$default", List.of(), EVERYWHERE, sources, targets),
                                new RouterSpec.VhostGroup("home", List.of(home), EVERYWHERE, answers, targets))));
        items.put(
                "listener/edge-" + net,
                new RouterSpec.RouterListener("edge-" + net, RouterSpec.Side.EDGE, port, net, Optional.of(net)));
        publish();
        return new ItemSpec.Link(
                Name.of("point"), new Attachment.Endpoint(certificate, certificate, "localhost", port, point.pem()), 1);
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}

package studio.home.testing;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.file.AtomicFiles;
import studio.agent.loop.AgentLoop;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteRouter;
import studio.agent.loop.Translation;
import studio.agent.router.Connector;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpListener;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.transport.FeedTls;

/** A member whose owner makes of its router what he likes: it listens for any address. */
public final class Neighbour implements AutoCloseable {

    private final SiteRouter router;
    private final AgentLoop agent;
    private final List<Integer> ports;

    /** Connects there as that site, and listens for those addresses. */
    public Neighbour(
            Vertx vertx, TestTree.Network network, Uid site, ItemSpec.Link link, Path directory, String... addresses)
            throws IOException {
        FeedTls tls = network.site(site);
        Path chain = AtomicFiles.directory(directory).resolve("tls.crt").toAbsolutePath();
        Path key = directory.resolve("tls.key").toAbsolutePath();
        Path trust = directory.resolve("ca.crt").toAbsolutePath();
        AtomicFiles.write(chain, tls.chain());
        AtomicFiles.write(key, tls.key());
        AtomicFiles.write(trust, link.target().authority());
        this.router = SiteRouter.start(
                new RouterSettings(
                        RouterSettings.edgeId(network.uid().base32Hex(), site),
                        RouterSettings.Mode.EDGE,
                        "neighbour",
                        Routers.port(),
                        directory),
                Routers.command(),
                System.getenv("PATH"),
                Clock.systemUTC());
        this.ports = Stream.of(addresses).map(address -> Routers.port()).toList();
        Stream<RouterEntity> listeners = IntStream.range(0, addresses.length)
                .mapToObj(i -> new TcpListener("studio-in-" + i, addresses[i], Place.local(ports.get(i))));
        Stream<RouterEntity> linked = Stream.of(
                new SslProfile("studio-tls", new SslProfile.Files(trust, chain, key), 1, 0),
                new Connector(
                        "studio-link",
                        Role.EDGE,
                        new Place("localhost", link.target().port()),
                        "studio-tls",
                        1));
        Translation wanted = new Translation(
                Stream.concat(linked, listeners).toList(), Map.of(), Map.of(), Map.of(), Map.of(), false);
        GivenDocuments documents = new GivenDocuments();
        documents.set(List.of(Item.of("link/point", link, new Cause(new EntityKey("link", "x"), 1))));
        this.agent = new AgentLoop(
                vertx,
                new AgentLoop.Site(
                        router.management(),
                        router.boot(),
                        new CertificateFiles(directory.resolve("certificates")),
                        (items, files) -> wanted,
                        documents,
                        report -> {},
                        "localhost",
                        Routers.PACE),
                Clock.systemUTC());
    }

    /** Where it listens for the address of that number. */
    public int port(int number) {
        return ports.get(number);
    }

    @Override
    public void close() throws IOException {
        agent.close();
        router.process().close();
    }
}

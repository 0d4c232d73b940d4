package studio.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.backbone.trust.Spread;
import studio.backbone.trust.Succession;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberSite;
import studio.domain.plan.Audience;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.Planner;
import studio.domain.plan.RouterSpec;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;
import studio.feed.transport.FeedTls;
import studio.projection.config.FeedConfig;
import studio.projection.config.PlannerConfig;
import studio.projection.config.RegistryConfig;
import studio.projection.plan.LivePlanner;
import studio.projection.testing.LiveBackbone;
import studio.projection.testing.LiveNetwork;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.TestLog;
import studio.schema.feed.ItemMapping;
import studio.testkit.tls.TestAuthority;

/** The feed as homes and interior sites have it, with the planner before it and the domain's rules behind it. */
class FeedIT {

    private static final StreamKey ACME = Stories.backbone("acme");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONNECTING = "profile/backbone";
    private static final Document NOTHING = Document.of(Vector.NONE, List.of());

    private static Service service;
    private static Decider decider;
    private static LiveBackbone acme;
    private static LiveBackbone umbra;
    private static LiveNetwork shop;
    private static LiveNetwork farm;

    private static final Statuses STATUSES = new Statuses();
    private static final Set<String> REVOKED = ConcurrentHashMap.newKeySet();
    private static final Vertx VERTX = Vertx.vertx();

    private static Holders holders;
    private static LivePlanner planner;
    private static FeedRuntime feed;

    @BeforeAll
    static void tell() throws Exception {
        String servers = TestLog.clear();
        holders = new Holders();
        planner = new LivePlanner(
                servers,
                config(
                        PlannerConfig.class,
                        Map.of(
                                "studio.planner.application-id",
                                "planner-of-feed-it",
                                "studio.planner.state-dir",
                                Files.createTempDirectory("planner").toString())));
        feed = new FeedRuntime(
                () -> servers,
                config(RegistryConfig.class, Map.of()),
                config(
                        FeedConfig.class,
                        Map.of(
                                "studio.feed.port", "0",
                                "studio.feed.renewal-interval", "50ms",
                                "studio.feed.status-interval", "100ms")),
                () -> Optional.of(holders.directory()),
                VERTX,
                STATUSES,
                () -> Set.copyOf(REVOKED),
                new SimpleMeterRegistry());
        feed.start(new StartupEvent());
        service = new Service(servers);
        acme = new LiveBackbone(service.history(), service.tenants(), "acme");
        umbra = new LiveBackbone(service.history(), service.tenants(), "umbra");
        shop = service.tenants().network("shop", Owners.user(Name.of("nora")), Owners.NOBODY);
        farm = service.tenants().network("farm", Owners.user(Name.of("carl")), Owners.NOBODY);
        service.append();
        await().atMost(PATIENCE).until(feed::isReady);
        holders.issue(1);
        decider = new Decider(servers, service);
    }

    private static <T> T config(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(mapping)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(mapping);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        decider.close();
        feed.stop(new ShutdownEvent());
        planner.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static TestAuthority.Shown agent(String site) {
        return agent(acme, site);
    }

    private static TestAuthority.Shown agent(LiveBackbone backbone, String site) {
        return Holders.AUTHORITY.leaf(Holders.DOMAIN + "/backbone/b/site/" + backbone.site(site));
    }

    private static TestAuthority.Shown home(LiveNetwork network) {
        EntityMap entities = network.entities();
        Uid home = entities.get(Home.KIND, entities.stream().name()).meta().uid();
        return Holders.AUTHORITY.leaf(Holders.DOMAIN + "/network/n/home/" + home);
    }

    private static int port() {
        await().atMost(PATIENCE).until(() -> feed.port().isPresent());
        return (int) feed.port().getAsLong();
    }

    private static Map<String, String> digests(List<Item> items) {
        Map<String, String> digests = new TreeMap<>();
        items.forEach(item -> digests.put(item.key(), item.digest()));
        return digests;
    }

    private static Map<String, String> planned(String site) {
        return decider.locked(() -> digests(Planner.plan(acme.entities(), new Audience.OfInterior(acme.site(site)))));
    }

    private static boolean isDocument(Document document, String site) {
        return Peer.digests(document, List.of("interior/" + acme.site(site))).equals(planned(site));
    }

    @Test
    void shouldGiveAnInteriorSiteItsDocumentThenWhatChangesAndHearHowItDoes() throws Exception {
        try (Peer west = Peer.agent(port(), agent("west"), NOTHING)) {
            // Given
            Document first =
                    west.document(document -> isDocument(document, "west")).document();
            assertThat(first.merged()).containsKeys("profile/backbone");
            String connector = first.merged().keySet().stream()
                    .filter(key -> key.startsWith("connector/"))
                    .findFirst()
                    .orElseThrow();

            // When
            decider.locked(() -> {
                acme.give(Stories.ROOT, new BackboneCommand.ChangeLinkCost(Name.of("west-east"), 7));
                service.append();
                return true;
            });
            Output.Changed changed = west.document(document -> isDocument(document, "west"));
            west.status(new ItemStatus(
                    connector,
                    Objects.requireNonNull(first.merged().get(connector)).digest(),
                    "observed",
                    ""));

            // Then
            assertThat(changed.cause())
                    .isInstanceOfSatisfying(
                            Frame.Delta.class,
                            delta -> assertThat(delta.upserts())
                                    .extracting(item -> item.key())
                                    .containsExactly(connector));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(decider.given(BackboneCommand.ReportLink.class))
                            .containsExactly(
                                    new BackboneCommand.ReportLink(Name.of("west-east"), true, Optional.empty())));
            await().atMost(PATIENCE)
                    .until(() -> decider.locked(() -> acme.entities()
                                            .get(InterRouterLink.KIND, Name.of("west-east"))
                                            .health()
                                    instanceof InterRouterLink.Health.Up
                            && acme.entities().get(InteriorSite.KIND, Name.of("west"))
                                    instanceof InteriorSite.Deployed));
            await().atMost(PATIENCE)
                    .until(() -> STATUSES.find(ACME, acme.site("west"))
                            .filter(status -> status.items().size() == 1)
                            .isPresent());
        }
    }

    @Test
    void shouldSeeWhenAllWhoMustTrustANewAuthorityDoAndSaySo() throws Exception {
        // Given
        try (Peer west = Peer.agent(port(), agent(umbra, "west"), NOTHING);
                Peer east = Peer.agent(port(), agent(umbra, "east"), NOTHING)) {
            Uid old = decider.locked(() -> authority(1).meta().uid());
            for (Peer peer : List.of(west, east)) {
                apply(
                        peer,
                        peer.document(document -> !anchors(document).isEmpty()).document());
            }

            // When
            Succession succession = decider.locked(() -> {
                umbra.give(Stories.ROOT, new CertificateCommand.RotateCertificate(old, Optional.empty(), false));
                umbra.give(
                        Actor.CERT_ORCHESTRATOR,
                        new CertificateCommand.RecordCertificate(
                                authority(2).meta().uid(), LiveBackbone.signed(LiveBackbone.chain(authority(2)))));
                service.append();
                return Succession.of(umbra.entities().stream(), umbra.entities().list(TlsCertificate.KIND))
                        .getFirst();
            });
            Document atWest = west.document(document -> anchors(document).contains(succession.added()))
                    .document();
            Document atEast = east.document(document -> anchors(document).contains(succession.added()))
                    .document();
            apply(west, atWest);

            // Then
            await().atMost(PATIENCE)
                    .until(() -> spread(succession) instanceof Spread.Awaited(long parties, var some)
                            && parties == 1
                            && some.getFirst().contains(umbra.site("east").toString()));

            // When
            apply(east, atEast);
            await().atMost(PATIENCE).until(() -> spread(succession) instanceof Spread.Everywhere);
            feed.acknowledge(succession.stream(), succession.uid());

            // Then
            await().atMost(PATIENCE)
                    .until(() -> decider.locked(() -> authority(1) instanceof TlsCertificate.Superseded));
            assertThat(decider.locked(() -> Succession.of(
                            umbra.entities().stream(), umbra.entities().list(TlsCertificate.KIND))))
                    .isEmpty();
        }
    }

    private static TlsCertificate authority(int ordinal) {
        return umbra.entities().list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == CertificateSubject.Kind.ACCESS_POINT_CA)
                .filter(certificate -> certificate.lineage().ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
    }

    private static Spread spread(Succession succession) throws Exception {
        return Spread.of(succession, feed.keepers().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Whom a site's router is to trust when it connects to others. */
    private static String anchors(Document document) {
        return Optional.ofNullable(document.merged().get(CONNECTING))
                .map(item -> ((RouterSpec.SslProfile) ItemMapping.fromFeed(item).spec()).trust())
                .orElse("");
    }

    private static void apply(Peer peer, Document document) {
        peer.status(new ItemStatus(
                CONNECTING,
                Objects.requireNonNull(document.merged().get(CONNECTING)).digest(),
                "applied",
                ""));
    }

    @Test
    void shouldGiveAHomeAllOfItsNetworkAndNothingOfAnother() throws Exception {
        for (LiveNetwork network : List.of(shop, farm)) {
            try (Peer home = Peer.home(port(), home(network), NOTHING)) {
                List<MemberSite> sites = network.entities().list(MemberSite.KIND);

                Document received =
                        home.document(document -> hasAll(document, network)).document();

                assertThat(received.shelves().keySet().stream().filter(audience -> audience.startsWith("site/")))
                        .containsExactlyInAnyOrderElementsOf(sites.stream()
                                .map(site -> "site/" + site.meta().uid())
                                .toList());
            }
        }
    }

    /** Whether what each site has to be sent is what the network's state says, cut down to that site. */
    private static boolean hasAll(Document document, LiveNetwork network) {
        return decider.locked(() -> network.entities().list(MemberSite.KIND).stream()
                .allMatch(site -> {
                    Uid uid = site.meta().uid();
                    List<String> wanted = studio.domain.plan.Document.audiences(network.entities(), uid).stream()
                            .map(Audience::key)
                            .toList();
                    return Optional.ofNullable(document.shelves().get("site/" + uid))
                                    .filter(shelf -> shelf.head().document().equals(wanted))
                                    .isPresent()
                            && Peer.digests(document, wanted)
                                    .equals(digests(studio.domain.plan.Document.of(network.entities(), uid)));
                }));
    }

    @Test
    void shouldGiveADecisionInTheSitesNameIfTheSiteSignedIt() throws Exception {
        Uid site = shop.site("customer-b");
        TestAuthority.Shown keys = Holders.AUTHORITY.leaf(Holders.DOMAIN + "/network/n/site/" + site);
        Participant participant = new Participant(site, keys.key());
        Endpoint endpoint = shop.endpoint("shop-floor");
        decider.locked(() -> {
            certify(site, keys.chain());
            return true;
        });
        try (Peer home = Peer.home(port(), home(shop), NOTHING)) {
            home.document(document -> has(document, site, keys.chain()));

            // When
            Frame.Decide decision = participant.accepts(endpoint, 4_000_000_000_000L);
            home.say(participant.fromSite(participant.withNumber(decision, decision.seq() - 1)));
            Frame.Down refused = home.told();
            home.say(participant.fromSite(decision));
            Frame.Down accepted = home.told();

            // Then
            assertThat(participant.decided(refused).outcome()).isEqualTo("bad-signature");
            assertThat(participant.decided(accepted)).isEqualTo(new Frame.Decided(decision.seq(), "accepted", ""));
            assertThat(decider.locked(() ->
                            Deployment.find(endpoint, site, shop.entities()).flatMap(Deployment::verdict)))
                    .isPresent();
        }
    }

    private static boolean has(Document document, Uid site, String chain) {
        return Optional.ofNullable(document.shelves().get("site/" + site)).stream()
                .flatMap(shelf -> shelf.items().values().stream())
                .anyMatch(item -> ItemMapping.fromFeed(item).spec() instanceof ItemSpec.Certificate certificate
                        && certificate.chain().equals(Optional.of(chain)));
    }

    private static void certify(Uid site, String chain) {
        StreamKey stream = shop.entities().stream();
        CertificateSubject subject =
                new CertificateSubject(CertificateSubject.Kind.MEMBER_SITE, Name.of(site.toString()));
        service.tenants()
                .give(
                        Actors.site(site),
                        stream,
                        new CertificateCommand.RequestCertificate(subject, Optional.of(LiveBackbone.request("next"))));
        shop.entities().list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .filter(certificate -> certificate.subject().equals(subject))
                .forEach(certificate -> service.tenants()
                        .give(
                                Actor.CERT_ORCHESTRATOR,
                                stream,
                                new CertificateCommand.RecordCertificate(
                                        certificate.meta().uid(), LiveBackbone.signed(chain))));
        service.append();
    }

    @Test
    void shouldReportWhatAMemberSaysAndNotWhatItSaysAgain() throws Exception {
        Uid site = farm.site("hq");
        Endpoint backend = farm.endpoint("backend");
        try (Peer home = Peer.home(port(), home(farm), NOTHING)) {
            home.awaitLive();

            // When
            ItemStatus fails = new ItemStatus("process/backend", backend.digest(), "failed", "no memory");
            ItemStatus unknown = new ItemStatus("process/unheard-of", "i1:0", "failed", "");
            home.say(Participant.fromSite(site, new Frame.Status(List.of(fails, unknown), List.of(), false)));
            Deployment.Report report = new Deployment.Report(
                    backend.meta().uid(), Optional.of(backend.digest()), Optional.of("no memory"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reports(site)).containsExactly(List.of(report)));
            home.say(Participant.fromSite(site, new Frame.Status(List.of(fails), List.of(), true)));

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    STATUSES.tally(farm.entities().stream(), "process/backend", backend.digest()))
                            .isEqualTo(new Statuses.Tally(1, 0, 0, 1)));
            assertThat(reports(site)).hasSize(1);
            assertThat(STATUSES.find(farm.entities().stream(), site)
                            .orElseThrow()
                            .items())
                    .hasSize(1);
        }
    }

    private static List<List<Deployment.Report>> reports(Uid site) {
        return decider.given(ReportSite.class).stream()
                .filter(report -> report.uid().equals(site))
                .map(ReportSite::reports)
                .toList();
    }

    @Test
    void shouldSendNothingToWhoeverHasItAllAndTurnAwayStrangers() throws Exception {
        Document has;
        try (Peer east = Peer.agent(port(), agent("east"), NOTHING)) {
            has = east.document(document -> isDocument(document, "east")).document();
        }
        holders.issue(2);

        try (Peer again = Peer.agent(port(), agent("east"), has);
                Peer nobody = Peer.agent(
                        port(),
                        Holders.AUTHORITY.leaf(Holders.DOMAIN + "/backbone/b/site/" + new Uid(new UUID(7, 7))),
                        NOTHING);
                Peer stranger = Peer.agent(
                        port(),
                        new TestAuthority("somebody else")
                                .leaf(Holders.DOMAIN + "/backbone/b/site/" + acme.site("east")),
                        NOTHING)) {
            again.awaitLive();
            assertThat(again.document(Duration.ofMillis(500))).isEmpty();
            assertThat(nobody.lost()).isNotNull();
            assertThat(stranger.lost()).isNotNull();
        }
    }

    @Test
    void shouldEndTheSessionOfARevokedCertificateAtOnceAndServeTheNextOne() throws Exception {
        TestAuthority.Shown stolen = agent("east");
        try (Peer east = Peer.agent(port(), stolen, NOTHING)) {
            east.awaitLive();

            // When
            REVOKED.add(new FeedTls(stolen.chain(), stolen.key(), stolen.trust())
                    .self()
                    .orElseThrow()
                    .fingerprint());

            // Then
            assertThat(east.told())
                    .isInstanceOfSatisfying(
                            Frame.Refused.class,
                            refused -> assertThat(refused.problem().slug()).isEqualTo(Problem.CERTIFICATE_REVOKED));
            assertThat(east.lost()).hasMessageContaining("403");
            try (Peer next = Peer.agent(port(), agent("east"), NOTHING)) {
                next.awaitLive();
            }
        }
    }
}

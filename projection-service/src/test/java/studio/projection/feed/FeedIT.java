package studio.projection.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
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
import studio.domain.plan.Planner;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Vector;
import studio.projection.testing.LiveNetwork;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.schema.feed.FrameCodec;
import studio.testkit.tls.TestAuthority;

/** The feed as homes and interior sites have it from the running service, with the planner before it and the domain's rules behind it. */
@QuarkusTest
@QuarkusTestResource(
        value = StudioServers.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "studio.planner.enabled", value = "true"),
            @ResourceArg(name = "studio.planner.application-id", value = "planner-of-feed-it")
        })
@QuarkusTestResource(value = Holders.class, restrictToAnnotatedClass = true)
class FeedIT {

    private static final Service SERVICE = new Service();
    private static final StreamKey ACME = Stories.backbone("acme");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Document NOTHING = Document.of(Vector.NONE, List.of());

    private static Decider decider;
    private static LiveNetwork shop;
    private static LiveNetwork farm;

    @Inject
    FeedRuntime feed;

    @Inject
    Statuses statuses;

    @BeforeAll
    static void tell() throws IOException {
        SERVICE.tenants().backbone("acme", Owners.user(Name.of("alice")));
        give(
                Stories.ROOT,
                new BackboneCommand.SetAccessPointAddress(
                        Name.of("east-peer"),
                        new AccessPoint.Address("east.example.com", new PortRange(55671, 55671))));
        for (int round = 0; round < 3; round++) {
            signBackbone();
        }
        shop = SERVICE.tenants().network("shop", Owners.user(Name.of("nora")), Owners.NOBODY);
        farm = SERVICE.tenants().network("farm", Owners.user(Name.of("carl")), Owners.NOBODY);
        SERVICE.append();
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Holders.issue(1);
        decider = new Decider(
                ConfigProvider.getConfig().getValue("studio.kafka.bootstrap-servers", String.class), SERVICE);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        decider.close();
    }

    private static void give(Actor actor, Command command) {
        SERVICE.tenants().give(actor, ACME, command);
    }

    private static void signBackbone() {
        SERVICE.history().entities(ACME).list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .forEach(certificate -> give(
                        Actor.CERT_ORCHESTRATOR,
                        new CertificateCommand.RecordCertificate(
                                certificate.meta().uid(),
                                signed("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))));
        SERVICE.history()
                .entities(ACME)
                .list(InteriorSite.KIND)
                .forEach(site -> request(
                        CertificateSubject.Kind.INTERIOR_SITE,
                        site.meta().name(),
                        site.meta().uid()));
        SERVICE.history()
                .entities(ACME)
                .list(AccessPoint.KIND)
                .forEach(point -> request(
                        CertificateSubject.Kind.ACCESS_POINT, point.meta().name(), interior("east")));
    }

    private static void request(CertificateSubject.Kind kind, String name, Uid site) {
        give(
                Actors.site(site),
                new CertificateCommand.RequestCertificate(
                        new CertificateSubject(kind, Name.of(name)), Optional.of(request(name))));
    }

    private static String request(String of) {
        String body = Base64.getEncoder().encodeToString(of.getBytes(StandardCharsets.UTF_8));
        return "-----BEGIN CERTIFICATE REQUEST-----\n" + body + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    private static TlsCertificate.Signed signed(String chain) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new TlsCertificate.Signed(
                "0a",
                new Digest("ab".repeat(32)),
                now,
                now.plus(90, ChronoUnit.DAYS),
                Optional.empty(),
                Optional.of(chain));
    }

    private static Uid interior(String site) {
        return SERVICE.history()
                .entities(ACME)
                .get(InteriorSite.KIND, Name.of(site))
                .meta()
                .uid();
    }

    private static TestAuthority.Shown agent(String site) {
        return Holders.AUTHORITY.leaf(Holders.DOMAIN + "/backbone/b/site/" + interior(site));
    }

    private static TestAuthority.Shown home(LiveNetwork network) {
        EntityMap entities = network.entities();
        Uid home = entities.get(Home.KIND, entities.stream().name()).meta().uid();
        return Holders.AUTHORITY.leaf(Holders.DOMAIN + "/network/n/home/" + home);
    }

    private int port() {
        await().atMost(PATIENCE).until(() -> feed.port().isPresent());
        return (int) feed.port().getAsLong();
    }

    private static Map<String, String> digests(List<Item> items) {
        Map<String, String> digests = new TreeMap<>();
        items.forEach(item -> digests.put(item.key(), item.digest()));
        return digests;
    }

    private static Map<String, String> planned(String site) {
        return decider.locked(
                () -> digests(Planner.plan(SERVICE.history().entities(ACME), new Audience.OfInterior(interior(site)))));
    }

    private static boolean isDocument(Document document, String site) {
        return Peer.digests(document, List.of("interior/" + interior(site))).equals(planned(site));
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
                give(Stories.ROOT, new BackboneCommand.ChangeLinkCost(Name.of("west-east"), 7));
                SERVICE.append();
                return true;
            });
            Output.Changed changed = west.document(document -> isDocument(document, "west"));
            west.status(new ItemStatus(connector, first.merged().get(connector).digest(), "observed", ""));

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
                    .until(() -> decider.locked(() -> SERVICE.history()
                                            .entities(ACME)
                                            .get(InterRouterLink.KIND, Name.of("west-east"))
                                            .health()
                                    instanceof InterRouterLink.Health.Up
                            && SERVICE.history().entities(ACME).get(InteriorSite.KIND, Name.of("west"))
                                    instanceof InteriorSite.Deployed));
            await().atMost(PATIENCE)
                    .until(() -> statuses.find(ACME, interior("west"))
                            .filter(status -> status.items().size() == 1)
                            .isPresent());
        }
    }

    @Test
    void shouldGiveAHomeAllOfItsNetworkAndNothingOfAnother() throws Exception {
        for (LiveNetwork network : List.of(shop, farm)) {
            try (Peer home = Peer.home(port(), home(network), NOTHING)) {
                EntityMap entities = network.entities();
                List<MemberSite> sites = entities.list(MemberSite.KIND);
                Document received = home.document(document -> sites.stream()
                                .allMatch(site -> document.shelves()
                                        .containsKey("site/" + site.meta().uid())))
                        .document();

                assertThat(sites).allSatisfy(site -> {
                    List<String> audiences = received.shelves()
                            .get("site/" + site.meta().uid())
                            .head()
                            .document();
                    List<String> wanted = studio.domain.plan.Document.audiences(
                                    entities, site.meta().uid())
                            .stream()
                            .map(Audience::key)
                            .toList();
                    assertThat(audiences).isEqualTo(wanted);
                    assertThat(Peer.digests(received, audiences))
                            .isEqualTo(digests(studio.domain.plan.Document.of(
                                    entities, site.meta().uid())));
                });
                assertThat(received.shelves().keySet().stream().filter(audience -> audience.startsWith("site/")))
                        .hasSize(sites.size());
            }
        }
    }

    @Test
    void shouldGiveADecisionInTheSitesNameIfTheSiteSignedIt() throws Exception {
        Uid site = shop.site("customer-b");
        TestAuthority.Shown keys = Holders.AUTHORITY.leaf(Holders.DOMAIN + "/network/n/site/" + site);
        Endpoint endpoint = shop.endpoint("shop-floor");
        decider.locked(() -> {
            certify(site, keys.chain());
            return true;
        });
        try (Peer home = Peer.home(port(), home(shop), NOTHING)) {
            home.document(document -> document.shelves().containsKey("site/" + site)
                    && document.shelves().get("site/" + site).items().values().stream()
                            .anyMatch(item -> new String(item.spec().array().clone(), StandardCharsets.ISO_8859_1)
                                    .contains("BEGIN CERTIFICATE")));

            // When
            Frame.Decide decision = decision(endpoint, keys.key(), 4_000_000_000_000L);
            home.say(fromSite(
                    site,
                    new Frame.Decide(
                            decision.seq() - 1,
                            decision.endpoint(),
                            decision.digest(),
                            decision.verdict(),
                            decision.reason(),
                            decision.inputs(),
                            decision.by(),
                            decision.signature())));
            Frame.Down refused = home.told();
            home.say(fromSite(site, decision));
            Frame.Down accepted = home.told();

            // Then
            assertThat(decided(refused, site).outcome()).isEqualTo("bad-signature");
            assertThat(decided(accepted, site)).isEqualTo(new Frame.Decided(decision.seq(), "accepted", ""));
            assertThat(decider.locked(() ->
                            Deployment.find(endpoint, site, shop.entities()).flatMap(Deployment::verdict)))
                    .isPresent();
        }
    }

    private static void certify(Uid site, String chain) {
        StreamKey stream = shop.entities().stream();
        CertificateSubject subject =
                new CertificateSubject(CertificateSubject.Kind.MEMBER_SITE, Name.of(site.toString()));
        SERVICE.tenants()
                .give(
                        Actors.site(site),
                        stream,
                        new CertificateCommand.RequestCertificate(subject, Optional.of(request("next"))));
        shop.entities().list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .filter(certificate -> certificate.subject().equals(subject))
                .forEach(certificate -> SERVICE.tenants()
                        .give(
                                Actor.CERT_ORCHESTRATOR,
                                stream,
                                new CertificateCommand.RecordCertificate(
                                        certificate.meta().uid(), signed(chain))));
        SERVICE.append();
    }

    private static Frame.Decide decision(Endpoint endpoint, String key, long seq) throws GeneralSecurityException {
        Frame.Decide unsigned = new Frame.Decide(
                seq,
                endpoint.meta().uid().toString(),
                endpoint.digest(),
                "accept",
                "",
                ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)),
                "pat",
                ByteBuffer.allocate(0));
        byte[] der = Base64.getMimeDecoder().decode(key.replaceAll("-----[^-]+-----", ""));
        PrivateKey own = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(own);
        signature.update(unsigned.signed());
        return new Frame.Decide(
                seq,
                unsigned.endpoint(),
                unsigned.digest(),
                unsigned.verdict(),
                unsigned.reason(),
                unsigned.inputs(),
                unsigned.by(),
                ByteBuffer.wrap(Base64.getEncoder().encode(signature.sign())));
    }

    private static Frame.FromSite fromSite(Uid site, Frame.Up frame) {
        return new Frame.FromSite("site/" + site, ByteBuffer.wrap(FrameCodec.encode(frame)));
    }

    private static Frame.Decided decided(Frame.Down frame, Uid site) {
        Frame.ToSite toSite = (Frame.ToSite) frame;
        assertThat(toSite.site()).isEqualTo("site/" + site);
        ByteBuffer content = toSite.frame().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return (Frame.Decided) FrameCodec.decodeDown(bytes);
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
            home.say(fromSite(site, new Frame.Status(List.of(fails, unknown), List.of(), false)));
            Deployment.Report report = new Deployment.Report(
                    backend.meta().uid(), Optional.of(backend.digest()), Optional.of("no memory"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reports(site)).containsExactly(List.of(report)));
            home.say(fromSite(site, new Frame.Status(List.of(fails), List.of(), true)));

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    statuses.tally(farm.entities().stream(), "process/backend", backend.digest()))
                            .isEqualTo(new Statuses.Tally(1, 0, 0, 1)));
            assertThat(reports(site)).hasSize(1);
            assertThat(statuses.find(farm.entities().stream(), site)
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
        Holders.issue(2);

        try (Peer again = Peer.agent(port(), agent("east"), has);
                Peer nobody = Peer.agent(
                        port(),
                        Holders.AUTHORITY.leaf(Holders.DOMAIN + "/backbone/b/site/" + new Uid(new UUID(7, 7))),
                        NOTHING);
                Peer stranger = Peer.agent(
                        port(),
                        new TestAuthority("somebody else")
                                .leaf(Holders.DOMAIN + "/backbone/b/site/" + interior("east")),
                        NOTHING)) {
            again.awaitLive();
            assertThat(again.document(Duration.ofMillis(500))).isEmpty();
            assertThat(nobody.lost()).isNotNull();
            assertThat(stranger.lost()).isNotNull();
        }
    }
}

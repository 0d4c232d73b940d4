package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.spec.Actors.ADMIN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AllowMember;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Uid;
import studio.domain.spec.LiveStream;

/** What interior sites are to have: paris has a peer and a member access point, and oslo connects to it. */
class InteriorPlannerTest {

    private static final Name PARIS = Name.of("paris");
    private static final Name OSLO = Name.of("oslo");
    private static final Name PEER = Name.of("paris-peer");
    private static final Name MEMBER = Name.of("paris-member");
    private static final Name LINK = Name.of("oslo-paris");
    private static final Owners OWNERS = Owners.user(Name.of("root"));
    private static final Uid SHOP = new Uid(UUID.fromString("019a0000-0000-7000-8000-000000000001"));
    private static final Uid HOME = new Uid(UUID.fromString("019a0000-0000-7000-8000-000000000002"));
    private static final Uid LIMA = new Uid(UUID.fromString("019a0000-0000-7000-8000-000000000003"));
    private static final String V = SHOP.base32Hex();
    private static final String CA = Certificates.chain("NET");

    private final LiveStream<BackboneCommand, BackboneEvent> backbone = new LiveStream<>(StreamType.BACKBONE, "acme");

    @BeforeEach
    void begin() {
        give(
                ADMIN,
                new CreateBackbone(OWNERS, OWNERS),
                new AddInteriorSite(PARIS, Platform.LINUX, Optional.empty()),
                new AddInteriorSite(OSLO, Platform.LINUX, Optional.empty()),
                point(PEER, AccessPoint.Use.PEER, new PortRange(55_671, 55_671)),
                point(MEMBER, AccessPoint.Use.MEMBER, new PortRange(46_000, 46_009)),
                new LinkInteriorSites(LINK, OSLO, PEER, 3));
    }

    private static AddAccessPoint point(Name name, AccessPoint.Use use, PortRange ports) {
        Owners offered = use == AccessPoint.Use.MEMBER ? OWNERS : Owners.NOBODY;
        return new AddAccessPoint(
                name, PARIS, use, offered, Optional.of(new AccessPoint.Address(name + ".example", ports)));
    }

    private void give(Actor actor, BackboneCommand... commands) {
        for (BackboneCommand command : commands) {
            assertThat(backbone.submit(actor, command)).as("%s", command).isInstanceOf(Decision.Accepted.class);
        }
    }

    /** Signs all that waits to be signed; each chain says whose it is. */
    private void certify() {
        for (TlsCertificate certificate : backbone.entities().list(TlsCertificate.KIND)) {
            if (certificate instanceof TlsCertificate.Requested) {
                String chain =
                        Certificates.chain(certificate.subject().kind().name().replace('_', '/')
                                + certificate.lineage().ordinal());
                TlsCertificate.Signed signed = new TlsCertificate.Signed(
                        "0a",
                        new Digest("ab".repeat(32)),
                        backbone.now(),
                        backbone.now().plus(Certificates.LIFE),
                        Optional.empty(),
                        Optional.of(chain));
                give(
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(certificate.meta().uid(), signed));
            }
        }
    }

    /** The backbone has its authorities, its access points their certificates, and oslo, which has enrolled, its own. */
    private void run() {
        certify();
        give(
                Actor.BACKBONE_ORCHESTRATOR,
                new RequestCertificate(
                        new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, OSLO),
                        Optional.of(Certificates.signingRequest("K"))));
        certify();
    }

    private Uid attach() {
        give(
                Actor.BACKBONE_ORCHESTRATOR,
                new AttachNetwork(
                        Name.of("shop"),
                        SHOP,
                        OWNERS,
                        MEMBER,
                        new NetworkAttachment.Authority(SHOP, new Digest("cd".repeat(32)), CA)));
        return backbone.entities()
                .list(NetworkAttachment.KIND)
                .getFirst()
                .meta()
                .uid();
    }

    private List<Item> plan(Name site) {
        Uid uid = backbone.entities().get(InteriorSite.KIND, site).meta().uid();
        return Planner.plan(backbone.entities(), new Audience.OfInterior(uid));
    }

    private List<String> keys(Name site) {
        return plan(site).stream().map(Item::key).toList();
    }

    private <T extends ItemSpec> T spec(Name site, String key, Class<T> type) {
        return plan(site).stream()
                .filter(item -> item.key().equals(key))
                .map(item -> type.cast(item.spec()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + keys(site)));
    }

    private Uid certificate(CertificateSubject.Kind kind, Name name) {
        return backbone.entities().list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().equals(new CertificateSubject(kind, name)))
                .map(certificate -> certificate.meta().uid())
                .toList()
                .getLast();
    }

    private String id(Name point) {
        return backbone.entities().get(AccessPoint.KIND, point).meta().uid().base32Hex();
    }

    private String link() {
        return "connector/link-"
                + backbone.entities()
                        .get(InterRouterLink.KIND, LINK)
                        .meta()
                        .uid()
                        .base32Hex();
    }

    @Test
    void shouldPlanNothingBeforeTheAuthoritiesAreThere() {
        assertThat(plan(PARIS)).isEmpty();
        assertThat(plan(OSLO)).isEmpty();
    }

    @Test
    void shouldConnectInteriorRoutersOverTheirOwnAuthorities() {
        run();
        Uid own = certificate(CertificateSubject.Kind.INTERIOR_SITE, OSLO);
        assertThat(keys(OSLO)).containsExactly("certificate/" + own, link(), "profile/backbone");
        assertThat(spec(OSLO, link(), RouterSpec.RouterConnector.class)).satisfies(connector -> {
            assertThat(connector.host()).isEqualTo("paris-peer.example");
            assertThat(connector.port()).isEqualTo(55_671);
            assertThat(connector.cost()).isEqualTo(3);
            assertThat(connector.profile()).isEqualTo("backbone");
        });
        assertThat(spec(OSLO, "profile/backbone", RouterSpec.SslProfile.class))
                .isEqualTo(new RouterSpec.SslProfile("backbone", own, Certificates.chain("ACCESS/POINT/CA1"), 1, 1));
        String point = "point-" + id(PEER);
        assertThat(spec(PARIS, "profile/" + point, RouterSpec.SslProfile.class).trust())
                .isEqualTo(Certificates.chain("INTERIOR/CA1"));
        assertThat(spec(PARIS, "listener/peer-" + id(PEER), RouterSpec.RouterListener.class))
                .isEqualTo(new RouterSpec.RouterListener(
                        "peer-" + id(PEER), RouterSpec.Side.INTER_ROUTER, 55_671, point, Optional.empty()));
    }

    @Test
    void shouldAskWhereAnAccessPointIsOfWhichNobodyHasSaidIt() {
        run();
        give(
                ADMIN,
                new AddAccessPoint(Name.of("new-peer"), PARIS, AccessPoint.Use.PEER, Owners.NOBODY, Optional.empty()),
                new AddAccessPoint(Name.of("new-door"), PARIS, AccessPoint.Use.MEMBER, OWNERS, Optional.empty()));
        String peer = "peer-" + id(Name.of("new-peer"));
        assertThat(spec(PARIS, "listener/" + peer, RouterSpec.RouterListener.class))
                .isEqualTo(new RouterSpec.RouterListener(
                        peer,
                        RouterSpec.Side.INTER_ROUTER,
                        RouterSpec.RouterListener.UNPLACED,
                        "point-" + id(Name.of("new-peer")),
                        Optional.empty()));
        assertThat(keys(PARIS)).contains("listener/member-" + id(Name.of("new-door")));
        Uid paris = backbone.entities().get(InteriorSite.KIND, PARIS).meta().uid();
        give(
                new Actor(Actor.Type.SITE, paris.toString(), Set.of(), Set.of()),
                new SetAccessPointAddress(
                        Name.of("new-peer"), new AccessPoint.Address("paris.example", new PortRange(55_672, 55_672))));
        assertThat(keys(PARIS)).doesNotContain("listener/" + peer);
        certify();
        assertThat(spec(PARIS, "listener/" + peer, RouterSpec.RouterListener.class)
                        .port())
                .isEqualTo(55_672);
    }

    private void enrol(Name site, String key) {
        give(
                Actor.BACKBONE_ORCHESTRATOR,
                new RequestCertificate(
                        new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, site),
                        Optional.of(Certificates.signingRequest(key))));
        certify();
    }

    @Test
    void shouldTrustHoldersOneByOneOnceOneIsKeptOut() {
        run();
        enrol(PARIS, "P");
        String point = "profile/point-" + id(PEER);
        Uid gone = certificate(CertificateSubject.Kind.INTERIOR_SITE, OSLO);
        long before = spec(PARIS, point, RouterSpec.SslProfile.class).ordinal();

        give(ADMIN, new RevokeCertificate(gone, "stolen"));

        RouterSpec.SslProfile alone = spec(PARIS, point, RouterSpec.SslProfile.class);
        assertThat(alone.trust()).isEqualTo(Certificates.chain("INTERIOR/SITE1"));
        assertThat(alone.oldestValid()).isEqualTo(alone.ordinal()).isGreaterThan(before);
        assertThat(keys(OSLO)).isEmpty();

        enrol(OSLO, "O");

        RouterSpec.SslProfile both = spec(PARIS, point, RouterSpec.SslProfile.class);
        assertThat(both.trust()).contains(Certificates.chain("INTERIOR/SITE1"), Certificates.chain("INTERIOR/SITE2"));
        assertThat(both.ordinal()).isEqualTo(alone.ordinal());
        assertThat(keys(OSLO)).contains(link());
    }

    @Test
    void shouldPlanForAllWhoMeetACertificateThatIsKeptOut() {
        run();
        enrol(PARIS, "P");
        List<Uid> all = Stream.of(PARIS, OSLO)
                .map(site ->
                        backbone.entities().get(InteriorSite.KIND, site).meta().uid())
                .toList();
        EntityMap before = backbone.replayed();

        give(ADMIN, new RevokeCertificate(certificate(CertificateSubject.Kind.INTERIOR_SITE, OSLO), "stolen"));

        assertThat(InteriorConcern.of(
                        List.of(TlsCertificate.KIND.key(certificate(CertificateSubject.Kind.INTERIOR_SITE, OSLO))),
                        before,
                        backbone.entities()))
                .extracting(Audience::key)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(uid -> "interior/" + uid).toList());
    }

    @Test
    void shouldChangeOneItemWithTheCostAndNoneWithTheHealthOfALink() {
        run();
        List<Item> before = plan(OSLO);
        give(Actor.BACKBONE_ORCHESTRATOR, new ReportLink(LINK, true, Optional.empty()));
        assertThat(plan(OSLO)).isEqualTo(before);
        give(ADMIN, new ChangeLinkCost(LINK, 7));
        assertThat(plan(OSLO))
                .filteredOn(item -> !before.contains(item))
                .extracting(Item::key)
                .containsExactly(link());
    }

    @Test
    void shouldGiveAnAttachedNetworkAListenerOfItsOwn() {
        run();
        attach();
        String name = "net-" + V;
        Uid shown = certificate(CertificateSubject.Kind.ACCESS_POINT, MEMBER);
        assertThat(keys(PARIS)).contains("profile/" + name, "listener/edge-" + name, "vhost/vhost-" + name);
        assertThat(spec(PARIS, "listener/edge-" + name, RouterSpec.RouterListener.class))
                .isEqualTo(new RouterSpec.RouterListener(
                        "edge-" + name, RouterSpec.Side.EDGE, 46_000, name, Optional.of(name)));
        assertThat(spec(PARIS, "profile/" + name, RouterSpec.SslProfile.class))
                .isEqualTo(new RouterSpec.SslProfile(name, shown, CA, 10_001, 10_001));
        assertThat(spec(PARIS, "vhost/vhost-" + name, RouterSpec.Vhost.class))
                .isEqualTo(new RouterSpec.Vhost("vhost-" + name, name, List.of(everybody())));
    }

    private static RouterSpec.VhostGroup everybody() {
        return new RouterSpec.VhostGroup(
                "$default",
                List.of(),
                "*",
                List.of(V + "/*", V + "-${user}", "_$qd.edge_addr_tracking"),
                List.of(V + "/#", V + ".feed/#", "amqp:/_edge/*/temp.#", "_$qd.mesh_discovery"));
    }

    @Test
    void shouldLetTheHomeAloneAnswerAtTheFeed() {
        run();
        give(Actor.BACKBONE_ORCHESTRATOR, new AdmitHome(attach(), HOME));
        RouterSpec.VhostGroup home = spec(PARIS, "vhost/vhost-net-" + V, RouterSpec.Vhost.class)
                .groups()
                .get(1);
        assertThat(home.name()).isEqualTo("home");
        assertThat(home.users()).containsExactly(HOME);
        assertThat(home.sources()).containsExactly(V + "/*", V + "-${user}", "_$qd.edge_addr_tracking", V + ".feed/*");
        assertThat(home.targetPatterns()).isEqualTo(everybody().targetPatterns());
    }

    @Test
    void shouldEndAllConnectionsWhenASiteIsKeptOutAndNoneWhenItMayComeBack() {
        run();
        Uid attachment = attach();
        give(Actor.BACKBONE_ORCHESTRATOR, new DenyMember(attachment, LIMA));
        RouterSpec.SslProfile denied = spec(PARIS, "profile/net-" + V, RouterSpec.SslProfile.class);
        assertThat(denied.ordinal()).isEqualTo(denied.oldestValid()).isEqualTo(20_001);
        assertThat(spec(PARIS, "vhost/vhost-net-" + V, RouterSpec.Vhost.class).groups())
                .containsExactly(
                        everybody(),
                        new RouterSpec.VhostGroup("denied", List.of(LIMA), "192.0.2.1", List.of(), List.of()));
        give(Actor.BACKBONE_ORCHESTRATOR, new AllowMember(attachment, LIMA));
        assertThat(spec(PARIS, "profile/net-" + V, RouterSpec.SslProfile.class)).isEqualTo(denied);
        assertThat(spec(PARIS, "vhost/vhost-net-" + V, RouterSpec.Vhost.class).groups())
                .containsExactly(everybody());
    }

    @Test
    void shouldShowTheOldCertificateUntilTheNextIsSignedAndKeepConnections() {
        run();
        attach();
        Uid old = certificate(CertificateSubject.Kind.ACCESS_POINT, MEMBER);
        give(ADMIN, new RotateCertificate(old, Optional.empty(), false));
        assertThat(spec(PARIS, "profile/net-" + V, RouterSpec.SslProfile.class).certificate())
                .isEqualTo(old);
        certify();
        RouterSpec.SslProfile renewed = spec(PARIS, "profile/net-" + V, RouterSpec.SslProfile.class);
        assertThat(renewed.certificate()).isNotEqualTo(old);
        assertThat(renewed.ordinal()).isEqualTo(10_002);
        assertThat(renewed.oldestValid()).isEqualTo(10_001);
        assertThat(keys(PARIS)).contains("certificate/" + old, "certificate/" + renewed.certificate());
    }

    @Test
    void shouldTrustAnAuthorityBesideItsSuccessorAlsoWhenAllTrustThatOne() {
        // Given
        run();
        Uid old = certificate(CertificateSubject.Kind.ACCESS_POINT_CA, Name.of("acme"));
        give(ADMIN, new RotateCertificate(old, Optional.empty(), false));
        certify();
        String both = Certificates.chain("ACCESS/POINT/CA2") + Certificates.chain("ACCESS/POINT/CA1");
        assertThat(spec(OSLO, "profile/backbone", RouterSpec.SslProfile.class).trust())
                .isEqualTo(both);

        // When
        give(
                Actor.BACKBONE_ORCHESTRATOR,
                new AcknowledgeCertificate(certificate(CertificateSubject.Kind.ACCESS_POINT_CA, Name.of("acme"))));

        // Then
        assertThat(spec(OSLO, "profile/backbone", RouterSpec.SslProfile.class).trust())
                .as("access points show certificates of the old one until they have others")
                .isEqualTo(both);

        // When
        give(ADMIN, new RevokeCertificate(old, "rotated"));

        // Then
        assertThat(spec(OSLO, "profile/backbone", RouterSpec.SslProfile.class).trust())
                .isEqualTo(Certificates.chain("ACCESS/POINT/CA2"));
    }

    @Test
    void shouldServeAttachedNetworksUntilTheyHaveLetGo() {
        run();
        Uid attachment = attach();
        give(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, ReportInteriorSite.Sighting.ACTIVE));
        give(ADMIN, new RemoveInteriorSite(PARIS, false, true));
        assertThat(keys(PARIS)).contains("listener/edge-net-" + V);
        give(Actor.BACKBONE_ORCHESTRATOR, new ReleaseAttachment(attachment));
        assertThat(keys(PARIS)).containsExactly("decommission");
    }
}

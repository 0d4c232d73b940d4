package studio.projection.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ImageContent;
import studio.domain.library.ImageSnapshot;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Allocation;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionCommand.DeclineChanges;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.Label;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.Schedule;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLinkCommand.LinkService;
import studio.domain.network.SiteClassCommand.AddSiteClass;

/**
 * The mission's scenario in a network of that name: headquarters and two customers of the class gold, of whom the second declines to
 * be watched, so that headquarters has no way in to it.
 */
public final class LiveNetwork {

    private static final Duration LIFE = Duration.ofDays(90);
    private static final String ORDERS = "acme/orders";
    private static final String WATCH = "acme/watch";

    private final History history;
    private final StreamKey stream;
    private final Consumer<History.Told> told;
    private int seq;

    /** Nothing yet; whatever becomes of commands is told. */
    public LiveNetwork(History history, String name, Consumer<History.Told> told) {
        this.history = history;
        this.stream = network(name);
        this.told = told;
    }

    /** The stream of that network. */
    public static StreamKey network(String name) {
        return StreamType.NETWORK.key(Name.of(name));
    }

    /** The token of that invitation. */
    public static Digest token(Name invitation) {
        return Digest.ofText("token of " + invitation);
    }

    /** Makes the network with all that it needs to run, and lets nobody in yet. */
    public LiveNetwork found(Owners owners, Owners readers) {
        Name point = Name.of("east-member");
        Schedule always = new Schedule(Optional.empty(), Optional.empty(), 3600);
        give(Stories.ROOT, new CreateNetwork(owners, readers, Name.of("acme"), Set.of(point), always));
        sign();
        Attachment.Endpoint entry =
                new Attachment.Endpoint(uid("attachment"), uid("point"), "east.example.com", 46000, chain());
        Uid network = entities().get(Network.KIND, stream.name()).meta().uid();
        give(Actor.BACKBONE_ORCHESTRATOR, new RecordAttachment(point, network, entry));
        give(Stories.ROOT, new PlaceHome(Home.Placement.MANAGED));
        sign();
        give(Actor.BACKBONE_ORCHESTRATOR, new ReportHome(Home.Reach.ACTIVE));
        return this;
    }

    private static Uid uid(String name) {
        return new Uid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static String chain() {
        return "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    }

    /** Gives a command that is accepted. */
    public LiveNetwork give(Actor actor, NetworkCommand command) {
        History.Told each = history.give(actor, stream, command);
        if (!each.outcome().accepted()) {
            throw new IllegalStateException("refused: " + each.outcome());
        }
        told.accept(each);
        return this;
    }

    /** What there is of it. */
    public EntityMap entities() {
        return history.entities(stream);
    }

    /** The certificate orchestrator signs what was asked for. */
    public LiveNetwork sign() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        entities().list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .forEach(certificate -> give(
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(
                                certificate.meta().uid(),
                                new TlsCertificate.Signed(
                                        "0a",
                                        new Digest("ab".repeat(32)),
                                        now,
                                        now.plus(LIFE),
                                        Optional.empty(),
                                        Optional.of(chain())))));
        return this;
    }

    /** Makes an invitation for sites of these classes, and a token for it. */
    public LiveNetwork invite(String invitation, Optional<Long> limit, String... classes) {
        Name name = Name.of(invitation);
        Set<Name> siteClasses = Stream.of(classes).map(Name::of).collect(Collectors.toSet());
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                siteClasses, Optional.empty(), limit, Optional.empty(), false, Set.of(), false);
        give(Stories.ROOT, new CreateInvitation(name, terms, List.of()));
        return give(Stories.ROOT, new ReissueInvitation(name, token(name), false));
    }

    /** Lets a site in; it waits for its certificate. */
    public LiveNetwork join(String invitation, String site, AcceptancePolicy policy) {
        Name name = Name.of(invitation);
        return give(
                Actor.CLAIMS,
                new ClaimInvitation(
                        name,
                        token(name),
                        Optional.of(Name.of(site)),
                        Digest.ofText("key of " + site),
                        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                        site.endsWith("1") ? Platform.PODMAN : Platform.KUBERNETES,
                        Set.of(new Label("floor", "2")),
                        policy));
    }

    /** Classes, invitations, and three sites that are connected. */
    public LiveNetwork populate() {
        give(
                Stories.ROOT,
                new AddSiteClass(Name.of("gold"), Set.of(new Label("tier", "1")), AcceptancePolicy.Mode.ASK));
        invite("headquarters", Optional.of(1L));
        invite("customers", Optional.of(10L), "gold");
        join("headquarters", "hq", AcceptancePolicy.ACCEPT_ALL);
        join("customers", "customer-a", AcceptancePolicy.ASK);
        join("customers", "customer-b", AcceptancePolicy.ASK);
        sign();
        Stream.of("hq", "customer-a", "customer-b").forEach(site -> report(site, List.of()));
        return this;
    }

    /** The application: what runs where, and how it is linked. */
    public LiveNetwork compose() {
        give(Stories.ROOT, process("backend", atHeadquarters(), offering(ORDERS)));
        give(Stories.ROOT, process("shop-floor", atCustomers(), requiring(ORDERS)));
        give(Stories.ROOT, process("monitoring", atCustomers(), offering(WATCH)));
        give(
                Stories.ROOT,
                new ComposeIngress(
                        Name.of("dashboards"),
                        atHeadquarters(),
                        new Endpoint.IngressSpec(
                                WATCH, 9000, 10, Endpoint.Exposure.ROUTE, Endpoint.Fan.PER_OFFERING_SITE)));
        give(
                Stories.ROOT,
                new ComposeEgress(
                        Name.of("mail"),
                        atHeadquarters(),
                        new Endpoint.EgressSpec("acme/mail", Optional.of("mail.example.com"), Optional.of(25))));
        give(
                Stories.ROOT,
                link("orders", ORDERS, ServiceLink.Scope.NETWORK, offers("backend"), requires("shop-floor")));
        return give(
                Stories.ROOT,
                link("watch", WATCH, ServiceLink.Scope.SITE, offers("monitoring"), requires("dashboards")));
    }

    private static Allocation.Wanted atHeadquarters() {
        return new Allocation.Wanted(Set.of(Name.of("hq")), Set.of());
    }

    private static Allocation.Wanted atCustomers() {
        return new Allocation.Wanted(Set.of(), Set.of(Name.of("gold")));
    }

    private static ComposeProcess process(String name, Allocation.Wanted where, ImageContent content) {
        ImageSnapshot image = new ImageSnapshot(
                LibraryStories.library("acme"), 7, Name.of(name), VersionName.of("1"), content, content.digest());
        return new ComposeProcess(Name.of(name), where, image, 1, List.of(new Label("LOG", "info")));
    }

    private static ImageContent offering(String service) {
        return content(List.of(new OfferedService(ServiceName.parse(service), 8080, ServiceScope.NETWORK)), List.of());
    }

    private static ImageContent requiring(String service) {
        ServiceName name = ServiceName.parse(service);
        return content(List.of(), List.of(new RequiredService(name, name.name(), 5432, false)));
    }

    private static ImageContent content(List<OfferedService> offers, List<RequiredService> requires) {
        ImageContent some = LibraryStories.content(ServiceName.parse(ORDERS));
        return new ImageContent(
                some.mutable(), some.artifacts(), some.env(), some.ports(), some.resources(), offers, requires);
    }

    private static LinkService link(
            String name, String service, ServiceLink.Scope scope, ServiceLink.Member... members) {
        return new LinkService(Name.of(name), service, Set.of(members), scope, ServiceLink.Distribution.BALANCED);
    }

    private static ServiceLink.Member offers(String endpoint) {
        return new ServiceLink.Member(Name.of(endpoint), ServiceLink.Role.OFFERS);
    }

    private static ServiceLink.Member requires(String endpoint) {
        return new ServiceLink.Member(Name.of(endpoint), ServiceLink.Role.REQUIRES);
    }

    /** The first customer runs all that is meant for it but for the shop floor, which fails; the second declines to be watched. */
    public LiveNetwork decide() {
        Uid a = site("customer-a");
        Uid b = site("customer-b");
        give(agent(a), new AcceptChanges(a, ++seq, choices("shop-floor", "monitoring"), "pat", "c2ln"));
        give(
                agent(b),
                new DeclineChanges(b, ++seq, choices("monitoring"), "our data stays here", false, "pat", "c2ln"));
        report("hq", List.of(runs("backend")));
        return report("customer-a", List.of(runs("monitoring"), fails("shop-floor", "no memory")));
    }

    private List<Deployment.Choice> choices(String... endpoints) {
        return Stream.of(endpoints)
                .map(this::endpoint)
                .map(endpoint -> new Deployment.Choice(endpoint.meta().uid(), endpoint.digest(), Set.of()))
                .toList();
    }

    private Deployment.Report runs(String name) {
        Endpoint endpoint = endpoint(name);
        return new Deployment.Report(endpoint.meta().uid(), Optional.of(endpoint.digest()), Optional.empty());
    }

    private Deployment.Report fails(String name, String reason) {
        return new Deployment.Report(endpoint(name).meta().uid(), Optional.empty(), Optional.of(reason));
    }

    /** The agent of that site reports. */
    public LiveNetwork report(String site, List<Deployment.Report> reports) {
        Uid uid = site(site);
        return give(agent(uid), new ReportSite(uid, ++seq, reports));
    }

    /** The uid of that site. */
    public Uid site(String name) {
        return entities().get(MemberSite.KIND, Name.of(name)).meta().uid();
    }

    /** The endpoint of that name. */
    public Endpoint endpoint(String name) {
        return entities().get(Endpoint.KIND, Name.of(name));
    }

    /** The agent of the site of that uid. */
    public static Actor agent(Uid site) {
        return new Actor(Actor.Type.SITE, site.toString(), Set.of(), Set.of());
    }
}

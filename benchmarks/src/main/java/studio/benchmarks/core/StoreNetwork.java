package studio.benchmarks.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionCommand.DeclineChanges;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.Label;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberInvitation;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Schedule;
import studio.domain.network.SiteClassCommand.AddSiteClass;

/** A network of stores: that of {@link Composition}, with headquarters and as many stores as are opened. */
public final class StoreNetwork {

    /** Owns it. */
    private static final Actor OWNER = Actor.user(Name.of("bench"), Set.of(Role.ADMINISTRATOR), Set.of());

    private static final Duration LIFE = Duration.ofDays(90);
    private static final String AUTHORITY = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    private static final String REQUEST =
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n";

    private final Core core;
    private final Instant start;
    private final List<Store> stores = new ArrayList<>();
    private long seq;

    /**
     * A store.
     *
     * @param number counts the stores
     * @param uid    its site's uid
     */
    record Store(int number, Uid uid) {

        private Actor agent() {
            return new Actor(Actor.Type.SITE, uid.toString(), Set.of(), Set.of());
        }
    }

    private StoreNetwork(String name, Instant start) {
        core = new Core(StreamType.NETWORK.key(Name.of(name)), start);
        this.start = start;
    }

    /** A network of that name that has room at headquarters for so many stores, and no store yet. */
    public static StoreNetwork found(String name, int slots, Instant start, Core.Observer observer) {
        StoreNetwork network = new StoreNetwork(name, start);
        network.core.observe(observer);
        network.run();
        network.own(Composition.STORES);
        network.own(Composition.HEADQUARTERS);
        Composition.commands(slots).forEach(network::give);
        network.join(Composition.HEADQUARTERS, "headquarters", AcceptancePolicy.ACCEPT_ALL);
        return network;
    }

    /** All that a network needs to run. */
    private void run() {
        Name point = Name.of("east-member");
        Schedule always = new Schedule(Optional.empty(), Optional.empty(), 3600);
        Owners owners = Owners.user(Name.of(OWNER.name()));
        signed(give(new CreateNetwork(owners, Owners.NOBODY, Name.of("acme"), Set.of(point), always)));
        Uid network = core.entities()
                .get(Network.KIND, core.entities().stream().name())
                .meta()
                .uid();
        Attachment.Endpoint entry =
                new Attachment.Endpoint(uid("attachment"), uid("point"), "east.example.com", 46_000, AUTHORITY);
        signed(core.give(Actor.BACKBONE_ORCHESTRATOR, new RecordAttachment(point, network, entry)));
        signed(give(new PlaceHome(Home.Placement.MANAGED)));
        core.give(Actor.BACKBONE_ORCHESTRATOR, new ReportHome(Home.Reach.ACTIVE));
    }

    private static Uid uid(String name) {
        return new Uid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** A class, and an invitation for its sites. */
    private void own(Name siteClass) {
        give(new AddSiteClass(siteClass, Set.of(new Label("tier", "1")), AcceptancePolicy.Mode.ASK));
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                Set.of(siteClass), Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), false);
        give(new CreateInvitation(siteClass, terms, List.of()));
        give(new ReissueInvitation(siteClass, token(siteClass), false));
    }

    private static Digest token(Name invitation) {
        return Digest.ofText("token of " + invitation);
    }

    private List<NetworkEvent> give(NetworkCommand command) {
        return core.give(OWNER, command);
    }

    /** The certificate orchestrator signs what was asked for. */
    private void signed(List<NetworkEvent> events) {
        for (NetworkEvent event : events) {
            if (event instanceof CertificateRequested requested) {
                core.give(
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(
                                requested.certificate(),
                                new TlsCertificate.Signed(
                                        "0a",
                                        new Digest("ab".repeat(32)),
                                        start,
                                        start.plus(LIFE),
                                        Optional.empty(),
                                        Optional.of(AUTHORITY))));
            }
        }
    }

    /** Lets a site in; it gets its certificate and connects. */
    private Store join(Name invitation, String name, AcceptancePolicy policy) {
        Store store = claim(invitation, name, policy);
        connect(store);
        return store;
    }

    private Store claim(Name invitation, String name, AcceptancePolicy policy) {
        List<NetworkEvent> claimed = core.give(
                Actor.CLAIMS,
                new ClaimInvitation(
                        invitation,
                        token(invitation),
                        Optional.of(Name.of(name)),
                        Digest.ofText("key of " + name),
                        REQUEST,
                        Platform.KUBERNETES,
                        Set.of(new Label("floor", "2")),
                        policy));
        signed(claimed);
        return claimed.stream()
                .filter(SiteAdmitted.class::isInstance)
                .map(SiteAdmitted.class::cast)
                .map(admitted -> new Store(stores.size(), admitted.site().uid()))
                .findFirst()
                .orElseThrow();
    }

    private void connect(Store store) {
        report(store, List.of());
    }

    private void report(Store store, List<Deployment.Report> reports) {
        core.give(store.agent(), new ReportSite(store.uid(), ++seq, reports));
    }

    /** One more store, which connects and says nothing else. */
    Store open() {
        Store store = join(Composition.STORES, "store-%06d".formatted(stores.size()), AcceptancePolicy.ASK);
        stores.add(store);
        return store;
    }

    /** Opens stores until there are so many; each lets itself be watched. */
    public void grow(int count) {
        while (stores.size() < count) {
            accept(open(), Composition.WATCHED);
        }
    }

    /** How many stores there are. */
    public int size() {
        return stores.size();
    }

    /** The stores, the oldest first. */
    List<Store> stores() {
        return List.copyOf(stores);
    }

    void accept(Store store, String... endpoints) {
        core.give(store.agent(), new AcceptChanges(store.uid(), ++seq, choices(endpoints), "pat", "c2ln"));
    }

    void decline(Store store, String... endpoints) {
        core.give(
                store.agent(),
                new DeclineChanges(store.uid(), ++seq, choices(endpoints), "our data", true, "pat", "c2ln"));
    }

    private List<Deployment.Choice> choices(String... endpoints) {
        return List.of(endpoints).stream()
                .map(this::endpoint)
                .map(endpoint -> new Deployment.Choice(endpoint.meta().uid(), endpoint.digest(), Set.of()))
                .toList();
    }

    private Endpoint endpoint(String name) {
        return core.entities().get(Endpoint.KIND, Name.of(name));
    }

    /** The store's agent says that it runs that endpoint. */
    void runs(Store store, String name) {
        Endpoint endpoint = endpoint(name);
        report(
                store,
                List.of(new Deployment.Report(
                        endpoint.meta().uid(), Optional.of(endpoint.digest()), Optional.empty())));
    }

    /** Something changes in all stores. */
    void scale(int replicas) {
        give(Composition.replicas(replicas));
    }

    /** What decides and remembers. */
    public Core core() {
        return core;
    }
}

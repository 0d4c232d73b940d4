package studio.domain.network;

import static studio.domain.spec.Actors.names;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberInvitation.Terms;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ExpireNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.spec.Actors;
import studio.domain.spec.StreamSpec;

/** The network {@code shop} in the states in which specs begin. */
final class Networks {

    static final Actor OWNER = Actors.user("nora", Set.of(Role.NETWORK_OWNER));
    static final Actor GROUP_OWNER = Actors.user("carol", Set.of(), "shopkeepers");
    static final Actor READER = Actors.user("rita", Set.of(), "watchers");
    static final Owners OWNERS = new Owners(names("nora"), names("shopkeepers"));
    static final Owners READERS = new Owners(Set.of(), names("watchers"));
    static final Name ACME = Name.of("acme");
    static final Name WEST = Name.of("west");
    static final Name EAST = Name.of("east");
    static final Name GOLD = Name.of("gold");
    static final Name SILVER = Name.of("silver");
    static final Name STORES = Name.of("stores");
    static final Name BERLIN = Name.of("berlin");
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration DELAY = Duration.ofDays(1);
    static final Digest TOKEN = digest(1);
    static final Schedule NOW = new Schedule(Optional.empty(), Optional.empty(), DELAY.toSeconds());

    private Networks() {}

    static StreamSpec<NetworkCommand, NetworkEvent> absent() {
        return StreamSpec.of(StreamType.NETWORK, "shop");
    }

    static CreateNetwork create(Schedule schedule) {
        return new CreateNetwork(OWNERS, READERS, ACME, Set.of(WEST, EAST), schedule);
    }

    /** Begins in an hour and ends in a day; has classes and an invitation. */
    static StreamSpec<NetworkCommand, NetworkEvent> scheduled() {
        return furnished(absent().given(
                        OWNER, create(schedule(START.plus(Duration.ofHours(1)), START.plus(Duration.ofDays(1))))));
    }

    static Schedule schedule(Instant start, Instant end) {
        return new Schedule(Optional.of(start), Optional.of(end), DELAY.toSeconds());
    }

    /** Waits for its authority, its attachments and its home; ends in a day. */
    static StreamSpec<NetworkCommand, NetworkEvent> requested() {
        return furnished(absent().given(OWNER, create(schedule(START, START.plus(Duration.ofDays(1))))));
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> furnished(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return spec.given(
                OWNER,
                new AddSiteClass(GOLD, Set.of(), AcceptancePolicy.Mode.ASK),
                new AddSiteClass(SILVER, Set.of(), AcceptancePolicy.Mode.ASK),
                new CreateInvitation(STORES, terms(GOLD), List.of()),
                new ReissueInvitation(STORES, TOKEN, false));
    }

    static Terms terms(Name... siteClasses) {
        return terms(Optional.empty(), Optional.empty(), siteClasses);
    }

    static Terms terms(Optional<Long> limit, Optional<Instant> deadline, Name... siteClasses) {
        return new Terms(Set.of(siteClasses), deadline, limit, Optional.empty(), false, Set.of(), false);
    }

    static StreamSpec<NetworkCommand, NetworkEvent> failed() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = requested();
        return spec.given(Actor.CERT_ORCHESTRATOR, new FailCertificate(authority(spec), "the issuer is down"));
    }

    /** Runs, and berlin has been let in and is heard of. */
    static StreamSpec<NetworkCommand, NetworkEvent> active() {
        return withBerlin(empty());
    }

    /** Runs, and nobody has joined. */
    static StreamSpec<NetworkCommand, NetworkEvent> empty() {
        return provided(requested());
    }

    /** Has its authority, one of its attachments and its home. */
    static StreamSpec<NetworkCommand, NetworkEvent> provided(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        issue(spec, authority(spec));
        spec.given(Actor.BACKBONE_ORCHESTRATOR, record(spec, WEST), new PlaceHome(Home.Placement.MANAGED));
        issue(
                spec,
                NetworkCertificates.of(
                                NetworkCertificates.home(home(spec)),
                                spec.stream().entities())
                        .orElseThrow()
                        .meta()
                        .uid());
        return spec.given(homeActor(spec), new ReportHome(Home.Reach.ACTIVE));
    }

    static StreamSpec<NetworkCommand, NetworkEvent> withBerlin(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        joined(spec, claim(BERLIN, 100));
        return spec.given(berlin(spec), new ReportSite(uid(spec, BERLIN), 1, List.of()));
    }

    static StreamSpec<NetworkCommand, NetworkEvent> suspended() {
        return active().given(OWNER, new SuspendNetwork("maintenance"));
    }

    static StreamSpec<NetworkCommand, NetworkEvent> expired() {
        return active().later(Duration.ofDays(2)).given(Actor.TIMER, new ExpireNetwork());
    }

    static StreamSpec<NetworkCommand, NetworkEvent> deleting() {
        return active().given(OWNER, new DeleteNetwork(false));
    }

    static StreamSpec<NetworkCommand, NetworkEvent> deleted() {
        return active().given(OWNER, new DeleteNetwork(true));
    }

    /** Lets a site in and gives it its certificate. */
    static void joined(StreamSpec<NetworkCommand, NetworkEvent> spec, ClaimInvitation claim) {
        spec.given(Actor.CLAIMS, claim);
        certified(spec, claim.site().orElseThrow());
    }

    static void certified(StreamSpec<NetworkCommand, NetworkEvent> spec, Name site) {
        issue(
                spec,
                NetworkCertificates.of(
                                NetworkCertificates.site(uid(spec, site)),
                                spec.stream().entities())
                        .orElseThrow()
                        .meta()
                        .uid());
    }

    static void issue(StreamSpec<NetworkCommand, NetworkEvent> spec, Uid certificate) {
        spec.given(Actor.CERT_ORCHESTRATOR, new RecordCertificate(certificate, Certificates.signed(spec.now())));
    }

    static ClaimInvitation claim(Name site, int key) {
        return claim(Optional.of(site), key, Set.of());
    }

    static ClaimInvitation claim(Optional<Name> site, int key, Set<Label> metadata) {
        return new ClaimInvitation(
                STORES,
                TOKEN,
                site,
                digest(key),
                Certificates.signingRequest("K" + key),
                Platform.PODMAN,
                metadata,
                AcceptancePolicy.ASK);
    }

    static RecordAttachment record(StreamSpec<NetworkCommand, NetworkEvent> spec, Name accessPoint) {
        return new RecordAttachment(accessPoint, network(spec), endpoint("edge.example"));
    }

    static Attachment.Endpoint endpoint(String host) {
        return new Attachment.Endpoint(some(1), some(2), host, 7001, Certificates.chain("CA"));
    }

    static Uid some(long number) {
        return new Uid(new UUID(7, number));
    }

    static Digest digest(int number) {
        return new Digest(HexFormat.of().toHexDigits((long) number).repeat(4));
    }

    static Uid authority(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return NetworkCertificates.of(
                        NetworkCertificates.authority(spec.stream().entities()),
                        spec.stream().entities())
                .orElseThrow()
                .meta()
                .uid();
    }

    /** The uid of the network, or of none. */
    static Uid network(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return spec.stream()
                .entities()
                .find(Network.KIND, Name.of("shop"))
                .map(network -> network.meta().uid())
                .orElse(StreamSpec.ANY_UID);
    }

    /** The uid of the home, or of none. */
    static Uid home(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return spec.stream()
                .entities()
                .find(Home.KIND, Name.of("shop"))
                .map(home -> home.meta().uid())
                .orElse(StreamSpec.ANY_UID);
    }

    /** The uid of the site, or of none. */
    static Uid uid(StreamSpec<NetworkCommand, NetworkEvent> spec, Name site) {
        return spec.stream()
                .entities()
                .find(MemberSite.KIND, site)
                .map(there -> there.meta().uid())
                .orElse(StreamSpec.ANY_UID);
    }

    static Ref ref(StreamSpec<NetworkCommand, NetworkEvent> spec, Name site) {
        return new Ref(site, uid(spec, site));
    }

    static Actor homeActor(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return new Actor(Actor.Type.HOME, home(spec).toString(), Set.of(), Set.of());
    }

    static Actor berlin(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return Actors.agent(uid(spec, BERLIN));
    }
}

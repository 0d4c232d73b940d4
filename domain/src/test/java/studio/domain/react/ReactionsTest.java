package studio.domain.react;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.spec.Actors.ADMIN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Schedule;
import studio.domain.spec.LiveStream;

/** A backbone and a network side by side, and what each of them means for the other. */
class ReactionsTest {

    private static final Name WEST = Name.of("west");
    private static final Name EAST = Name.of("east");
    private static final Name ACME = Name.of("acme");
    private static final Owners OWNERS = Owners.user(Name.of("root"));
    private static final Digest HASH = new Digest("ab".repeat(32));
    private static final Name BERLIN = Name.of("berlin");

    private final LiveStream<BackboneCommand, BackboneEvent> backbone = new LiveStream<>(StreamType.BACKBONE, "acme");
    private final LiveStream<NetworkCommand, NetworkEvent> network = new LiveStream<>(StreamType.NETWORK, "shop");
    private final Map<LiveStream<?, ?>, Integer> seen = new HashMap<>();
    private final List<Reaction> given = new ArrayList<>();

    @BeforeEach
    void begin() {
        backboneTakes(
                new CreateBackbone(OWNERS, OWNERS),
                new AddInteriorSite(Name.of("paris"), Platform.LINUX, Optional.empty()),
                accessPoint(WEST),
                accessPoint(EAST));
        certify(backbone);
        networkTakes(new CreateNetwork(
                OWNERS, Owners.NOBODY, ACME, Set.of(WEST), new Schedule(Optional.empty(), Optional.empty(), 3_600)));
    }

    private static AddAccessPoint accessPoint(Name name) {
        return new AddAccessPoint(
                name,
                Name.of("paris"),
                AccessPoint.Use.MEMBER,
                OWNERS,
                Optional.of(new AccessPoint.Address(
                        name + ".example",
                        name.equals(WEST) ? new PortRange(7_000, 7_009) : new PortRange(8_000, 8_009))));
    }

    private void backboneTakes(BackboneCommand... commands) {
        for (BackboneCommand command : commands) {
            assertThat(backbone.submit(ADMIN, command)).isInstanceOf(Decision.Accepted.class);
        }
    }

    private void networkTakes(NetworkCommand... commands) {
        for (NetworkCommand command : commands) {
            assertThat(network.submit(ADMIN, command)).isInstanceOf(Decision.Accepted.class);
        }
    }

    /** Signs all that waits to be signed. */
    @SuppressWarnings("unchecked")
    private static <C extends Command, E extends Event> void certify(LiveStream<C, E> stream) {
        for (TlsCertificate certificate : stream.entities().list(TlsCertificate.KIND)) {
            if (certificate instanceof TlsCertificate.Requested) {
                Uid uid = certificate.meta().uid();
                TlsCertificate.Signed signed = new TlsCertificate.Signed(
                        "0a",
                        HASH,
                        stream.now(),
                        stream.now().plus(Certificates.LIFE),
                        Optional.empty(),
                        Optional.of(chain(certificate)));
                stream.submit(Actor.CERT_ORCHESTRATOR, (C) new RecordCertificate(uid, signed));
            }
        }
    }

    private static String chain(TlsCertificate certificate) {
        return Certificates.chain("CA" + "2".repeat(certificate.lineage().ordinal() - 1));
    }

    /** Sees all events that were not seen, and gives what follows, until nothing does. */
    private void settle() {
        List<Reaction> reactions;
        do {
            reactions = new ArrayList<>(unseen(backbone, BackboneReactions::react));
            reactions.addAll(unseen(network, NetworkReactions::react));
            given.addAll(reactions);
            reactions.forEach(this::give);
        } while (!reactions.isEmpty());
    }

    private interface Rule<E extends Event> {
        List<Reaction> react(Recorded<E> recorded, EntityMap before);
    }

    private <C extends Command, E extends Event> List<Reaction> unseen(LiveStream<C, E> stream, Rule<E> rule) {
        EntityMap before = new EntityMap(stream.entities().stream());
        List<Reaction> reactions = new ArrayList<>();
        for (Recorded<E> recorded : stream.history()) {
            if (recorded.revision() > seen.getOrDefault(stream, 0)) {
                List<Reaction> once = rule.react(recorded, before);
                assertThat(rule.react(recorded, before)).as("seen twice").isEqualTo(once);
                reactions.addAll(once);
            }
            List<Change> changes = stream.type().decider().evolve(recorded, before);
            before.apply(changes);
        }
        seen.put(stream, stream.history().size());
        return reactions;
    }

    private void give(Reaction reaction) {
        if (reaction.target().equals(backbone.entities().stream())) {
            BackboneCommand command = (BackboneCommand) reaction.command();
            Decision<BackboneEvent> decision = backbone.submit(Actor.BACKBONE_ORCHESTRATOR, command);
            if (decision instanceof Decision.Rejected<BackboneEvent> rejected
                    && command instanceof AttachNetwork attach) {
                give(BackboneReactions.refused(reaction.commandId(), attach, rejected.rejection()));
            }
        } else {
            network.submit(Actor.BACKBONE_ORCHESTRATOR, (NetworkCommand) reaction.command());
        }
    }

    private void attach() {
        certify(network);
        settle();
        backbone.entities()
                .list(NetworkAttachment.KIND)
                .forEach(there -> backbone.submit(
                        Actor.BACKBONE_ORCHESTRATOR,
                        new RecordAttachmentReady(there.meta().uid())));
        settle();
        certify(network);
    }

    @Test
    void shouldAskForAnAttachmentWhenTheAuthorityIsThere() {
        settle();
        assertThat(given).isEmpty();
        certify(network);
        settle();
        assertThat(given).singleElement().satisfies(reaction -> {
            assertThat(reaction.target()).isEqualTo(StreamType.BACKBONE.key(ACME));
            assertThat(reaction.command()).isInstanceOfSatisfying(AttachNetwork.class, command -> {
                assertThat(command.accessPoint()).isEqualTo(WEST);
                assertThat(command.owners()).isEqualTo(OWNERS);
                assertThat(command.authority().chain()).isEqualTo(Certificates.chain("CA"));
            });
            assertThat(reaction.commandId()).matches("network/shop@\\d+#1");
        });
    }

    @Test
    void shouldBecomeActiveWithoutAnybodysHelp() {
        attach();
        Attachment.Ready there = (Attachment.Ready) network.entities().get(Attachment.KIND, WEST);
        assertThat(there.endpoint().host()).isEqualTo("west.example");
        assertThat(there.endpoint().port()).isEqualTo(7_000);
        assertThat(network.entities().get(Home.KIND, Name.of("shop")).spec().placement())
                .isEqualTo(Home.Placement.MANAGED);
        assertThat(network.entities().get(Network.KIND, Name.of("shop"))).isInstanceOf(Network.Active.class);
        assertThat(given).extracting(Reaction::commandId).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellTheBackboneWhichHomeTheNetworkHas() {
        attach();
        Uid managed = network.entities().get(Home.KIND, Name.of("shop")).meta().uid();
        assertThat(admittedHomes()).containsExactly(Optional.of(managed));
        networkTakes(new PlaceHome(Home.Placement.OWN));
        settle();
        Uid own = network.entities().get(Home.KIND, Name.of("shop")).meta().uid();
        assertThat(own).isNotEqualTo(managed);
        assertThat(admittedHomes()).containsExactly(Optional.of(own));
        networkTakes(accessPoints(WEST, EAST));
        attach();
        assertThat(admittedHomes()).containsExactly(Optional.of(own), Optional.of(own));
    }

    private List<Optional<Uid>> admittedHomes() {
        return backbone.entities().list(NetworkAttachment.KIND).stream()
                .map(there -> there.admission().home())
                .toList();
    }

    @Test
    void shouldTellTheNetworkWhyTheBackboneRefused() {
        networkTakes(accessPoints(Name.of("north")));
        certify(network);
        settle();
        assertThat(network.entities().get(Attachment.KIND, Name.of("north")))
                .isInstanceOfSatisfying(
                        Attachment.Rejected.class,
                        rejected -> assertThat(rejected.cause()).contains("no access-point 'north'"));
        assertThat(network.entities().get(Network.KIND, Name.of("shop"))).isInstanceOf(Network.Failed.class);
    }

    private static ChangeNetwork accessPoints(Name... points) {
        return new ChangeNetwork(Optional.empty(), Optional.empty(), Optional.of(Set.of(points)), Optional.empty());
    }

    @Test
    void shouldKeepOutWhoeverWasShutOut() {
        attach();
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), false);
        Name stores = Name.of("stores");
        networkTakes(new CreateInvitation(stores, terms, List.of()), new ReissueInvitation(stores, HASH, false));
        network.submit(
                Actor.CLAIMS,
                new ClaimInvitation(
                        stores,
                        HASH,
                        Optional.of(BERLIN),
                        HASH,
                        Certificates.signingRequest("K"),
                        Platform.LINUX,
                        Set.of(),
                        AcceptancePolicy.ASK));
        Uid berlin = network.entities().get(MemberSite.KIND, BERLIN).meta().uid();
        networkTakes(new EvictSite(BERLIN, "stolen"));
        settle();
        assertThat(backbone.entities().list(NetworkAttachment.KIND))
                .singleElement()
                .satisfies(there -> assertThat(there.admission().denied()).containsExactly(berlin));
    }

    @Test
    void shouldGivePortsBackThatItWantsNoMore() {
        attach();
        networkTakes(accessPoints(EAST));
        attach();
        assertThat(backbone.entities().list(NetworkAttachment.KIND))
                .singleElement()
                .satisfies(there -> assertThat(there.spec().accessPoint()).isEqualTo(EAST));
        networkTakes(new DeleteNetwork(true));
        settle();
        assertThat(backbone.entities().list(NetworkAttachment.KIND)).isEmpty();
    }

    @Test
    void shouldLetGoOfAnAccessPointThatGoes() {
        attach();
        backboneTakes(new RemoveAccessPoint(WEST, true));
        settle();
        assertThat(network.entities().get(Attachment.KIND, WEST)).isInstanceOf(Attachment.Withdrawn.class);
        assertThat(backbone.entities().list(NetworkAttachment.KIND)).isEmpty();
        assertThat(backbone.entities().find(AccessPoint.KIND, WEST)).isEmpty();
    }

    private static TlsCertificate newest(LiveStream<?, ?> stream, CertificateSubject.Kind kind) {
        return stream.entities().list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == kind)
                .max(Comparator.comparingInt(
                        certificate -> certificate.lineage().ordinal()))
                .orElseThrow();
    }

    private List<String> authorities() {
        return backbone.entities().list(NetworkAttachment.KIND).stream()
                .map(there -> there.admission().authority().chain())
                .toList();
    }

    @Test
    void shouldLetInThoseOfEitherAuthorityOfANetworkUntilTheOldOneIsRevoked() {
        // Given
        attach();
        TlsCertificate old = newest(network, CertificateSubject.Kind.NETWORK_CA);
        String both = Certificates.chain("CA2") + Certificates.chain("CA");

        // When
        networkTakes(new RotateCertificate(old.meta().uid(), Optional.empty(), false));
        certify(network);
        settle();
        assertThat(authorities()).containsExactly(both);
        network.submit(
                Actor.BACKBONE_ORCHESTRATOR,
                new AcknowledgeCertificate(newest(network, CertificateSubject.Kind.NETWORK_CA)
                        .meta()
                        .uid()));
        networkTakes(accessPoints(WEST, EAST));
        attach();

        // Then
        assertThat(authorities()).containsExactly(both, both);

        // When
        networkTakes(new RevokeCertificate(old.meta().uid(), "rotated"));
        settle();

        // Then
        assertThat(authorities()).containsExactly(Certificates.chain("CA2"), Certificates.chain("CA2"));
    }

    @Test
    void shouldTellMembersOfEitherAuthorityOfAccessPoints() {
        // Given
        attach();
        TlsCertificate old = newest(backbone, CertificateSubject.Kind.ACCESS_POINT_CA);

        // When
        backboneTakes(new RotateCertificate(old.meta().uid(), Optional.empty(), false));
        certify(backbone);
        settle();
        backbone.submit(
                Actor.BACKBONE_ORCHESTRATOR,
                new AcknowledgeCertificate(newest(backbone, CertificateSubject.Kind.ACCESS_POINT_CA)
                        .meta()
                        .uid()));
        settle();

        // Then
        assertThat(endpointAuthority()).isEqualTo(Certificates.chain("CA2") + Certificates.chain("CA"));

        // When
        backboneTakes(new RevokeCertificate(old.meta().uid(), "rotated"));
        settle();

        // Then
        assertThat(endpointAuthority()).isEqualTo(Certificates.chain("CA2"));
    }

    private String endpointAuthority() {
        return ((Attachment.Ready) network.entities().get(Attachment.KIND, WEST))
                .endpoint()
                .authority();
    }
}

package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.Networks.BERLIN;
import static studio.domain.network.Networks.GOLD;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.SILVER;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.berlin;
import static studio.domain.network.Networks.claim;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.ref;
import static studio.domain.network.Networks.uid;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberCommand.ResumeSite;
import studio.domain.network.MemberCommand.SetAcceptancePolicy;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.MemberEvent.SiteReported;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.network.SiteClassEvent.SiteClassRemoved;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class MemberTest {

    private static final Name MITTE = Name.of("mitte");

    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command    | joining             | joined              | active              | lost                | left        | evicted
        rename     | SiteRenamed         | SiteRenamed         | SiteRenamed         | SiteRenamed         | WRONG_STATE | WRONG_STATE
        reclassify | SiteReclassified    | SiteReclassified    | SiteReclassified    | SiteReclassified    | WRONG_STATE | WRONG_STATE
        pause      | SitePaused          | SitePaused          | SitePaused          | SitePaused          | WRONG_STATE | WRONG_STATE
        resume     | same                | same                | same                | same                | WRONG_STATE | WRONG_STATE
        evict      | SiteEvicted         | SiteEvicted         | SiteEvicted         | SiteEvicted         | SiteEvicted | same
        leave      | SiteLeft            | SiteLeft            | SiteLeft            | SiteLeft            | same        | same
        confirm    | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | SiteRemoved | SiteRemoved
        decide     | AcceptancePolicySet | AcceptancePolicySet | AcceptancePolicySet | AcceptancePolicySet | WRONG_STATE | WRONG_STATE
        report     | WRONG_STATE         | SiteReported        | SiteReported        | SiteReported        | same        | same
        lost       | WRONG_STATE         | WRONG_STATE         | SiteLost            | same                | same        | same
        claim      | same                | same                | same                | same                | SiteRemoved | FORBIDDEN
        """);

    private static final Map<String, Supplier<StreamSpec<NetworkCommand, NetworkEvent>>> STATES = Map.of(
            "joining",
            () -> Networks.empty().given(Actor.CLAIMS, claim(BERLIN, 100)),
            "joined",
            () -> {
                StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
                Networks.joined(spec, claim(BERLIN, 100));
                return spec;
            },
            "active",
            Networks::active,
            "lost",
            MemberTest::lost,
            "left",
            MemberTest::left,
            "evicted",
            () -> Networks.active().given(OWNER, new EvictSite(BERLIN, "stolen")));

    private static StreamSpec<NetworkCommand, NetworkEvent> lost() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        return spec.given(Networks.homeActor(spec), new MarkSiteLost(uid(spec, BERLIN)));
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> left() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        return spec.given(berlin(spec), new LeaveNetwork(uid(spec, BERLIN)));
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<NetworkCommand, NetworkEvent> spec =
                    DecisionTable.named(column, STATES).get();
            Uid site = uid(spec, BERLIN);
            Actor giver = row.equals("lost") ? Networks.homeActor(spec) : row.equals("claim") ? Actor.CLAIMS : OWNER;
            return switch (row) {
                case "rename" -> answer(spec, OWNER, new RenameSite(BERLIN, MITTE));
                case "reclassify" -> answer(spec, OWNER, new ReclassifySite(BERLIN, Set.of(SILVER)));
                case "pause" -> answer(spec, OWNER, new PauseSite(BERLIN));
                case "resume" -> answer(spec, OWNER, new ResumeSite(BERLIN));
                case "evict" -> answer(spec, OWNER, new EvictSite(BERLIN, "stolen"));
                case "leave" -> answer(spec, berlin(spec), new LeaveNetwork(site));
                case "confirm" -> answer(spec, berlin(spec), new ConfirmCleanup(site));
                case "decide" -> answer(spec, berlin(spec), new SetAcceptancePolicy(site, AcceptancePolicy.ACCEPT_ALL));
                case "report" -> answer(spec, berlin(spec), new ReportSite(site, 7, List.of()));
                case "lost" -> answer(spec, giver, new MarkSiteLost(site));
                case "claim" -> answer(spec, giver, claim(BERLIN, 100));
                default -> throw new AssertionError(row);
            };
        });
    }

    private static String answer(StreamSpec<NetworkCommand, NetworkEvent> spec, Actor actor, NetworkCommand command) {
        return DecisionTable.effect(spec.stream().submit(actor, command));
    }

    @Test
    void shouldBeFoundUnderItsNewNameAndKeepItsUid() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Uid berlin = uid(spec, BERLIN);
        spec.given(OWNER, new RenameSite(BERLIN, MITTE));
        assertThat(uid(spec, MITTE)).isEqualTo(berlin);
        assertThat(spec.stream().entities().find(MemberSite.KIND, BERLIN)).isEmpty();
        spec.when(Networks.berlin(spec), new ReportSite(berlin, 9, List.of())).thenRejected(NOT_FOUND);
        spec.given(studio.domain.spec.Actors.agent(berlin), new ReportSite(berlin, 9, List.of()));
        spec.when(Actor.CLAIMS, claim(BERLIN, 100)).then();
        assertThat(NetworkCertificates.of(
                        NetworkCertificates.site(berlin), spec.stream().entities()))
                .isPresent();
    }

    @Test
    void shouldNotTakeANameThatIsTaken() {
        Networks.active()
                .given(Actor.CLAIMS, claim(MITTE, 5))
                .when(OWNER, new RenameSite(BERLIN, MITTE))
                .thenRejected(ALREADY_EXISTS, "newName");
        Networks.active().when(OWNER, new RenameSite(BERLIN, BERLIN)).then();
    }

    @Test
    void shouldBeCountedByClassAndByCombination() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.given(OWNER, new ReclassifySite(BERLIN, Set.of(GOLD, SILVER))).given(Actor.CLAIMS, claim(MITTE, 5));
        Ref gold = spec.get(SiteClass.KIND, "gold").ref();
        Ref silver = spec.get(SiteClass.KIND, "silver").ref();
        assertThat(spec.get(SiteClass.KIND, "gold").sites()).isEqualTo(2);
        assertThat(spec.get(SiteClass.KIND, "silver").sites()).isEqualTo(1);
        assertThat(spec.stream().entities().list(ClassSet.KIND))
                .extracting(ClassSet::siteClasses)
                .containsExactlyInAnyOrder(Set.of(gold), Set.of(gold, silver));
        spec.given(OWNER, new EvictSite(BERLIN, "stolen"));
        assertThat(spec.stream().entities().list(ClassSet.KIND)).singleElement().satisfies(set -> {
            assertThat(set.siteClasses()).containsExactly(gold);
            assertThat(set.sites()).isEqualTo(1);
        });
        spec.when(OWNER, new ReclassifySite(MITTE, Set.of(Name.of("tin")))).thenRejected(NOT_FOUND, "siteClasses");
    }

    @Test
    void shouldKeepAClassThatIsUsed() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        assertThat(spec.when(OWNER, new RemoveSiteClass(GOLD, false))
                        .thenRejected(IN_USE)
                        .detail())
                .contains("1 site, invitation 'stores'");
        spec.when(OWNER, new RemoveSiteClass(GOLD, true)).then(new SiteClassRemoved(GOLD));
        spec.given(OWNER, new AddSiteClass(GOLD, Set.of(), AcceptancePolicy.Mode.ASK))
                .given(Actor.CLAIMS, claim(MITTE, 5));
        assertThat(spec.get(SiteClass.KIND, "gold").sites())
                .as("another class of the same name")
                .isZero();
        assertThat(spec.get(MemberSite.KIND, "mitte").spec().siteClasses()).isEmpty();
    }

    @Test
    void shouldTakeEveryReportOnceAndInOrder() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = lost();
        Uid site = uid(spec, BERLIN);
        spec.when(berlin(spec), new ReportSite(site, 1, List.of())).then();
        spec.when(berlin(spec), new ReportSite(site, 5, List.of()))
                .then(new SiteReported(ref(spec, BERLIN), 5))
                .and(MemberSite.KIND, "berlin")
                .isInstanceOfSatisfying(
                        MemberSite.Connected.class,
                        there -> assertThat(there.reach()).isEqualTo(MemberSite.Reach.ACTIVE));
        spec.when(berlin(spec), new ReportSite(site, 4, List.of())).then();
    }

    @Test
    void shouldBeShutOutByOneEventWithItsCertificates() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Ref site = ref(spec, BERLIN);
        TlsCertificate first = certificate(spec, site);
        spec.given(Actor.CERT_ORCHESTRATOR, new RotateCertificate(first.meta().uid(), Optional.empty(), false));
        Uid second = certificate(spec, site).meta().uid();
        spec.when(OWNER, new EvictSite(BERLIN, "stolen")).then(new SiteEvicted(site, "stolen"));
        assertThat(certificate(spec, site)).isInstanceOf(TlsCertificate.Revoked.class);
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(second, Certificates.signed(spec.now())))
                .thenRejected(NOT_FOUND);
        spec.when(OWNER, new RotateCertificate(first.meta().uid(), Optional.empty(), false))
                .thenRejected(WRONG_STATE);
        spec.given(berlin(spec), new ConfirmCleanup(site.uid()));
        assertThat(NetworkCertificates.of(
                        NetworkCertificates.site(site.uid()), spec.stream().entities()))
                .isEmpty();
    }

    private static TlsCertificate certificate(StreamSpec<NetworkCommand, NetworkEvent> spec, Ref site) {
        return NetworkCertificates.of(
                        NetworkCertificates.site(site.uid()), spec.stream().entities())
                .orElseThrow();
    }

    @Test
    void shouldDecideForItselfAlone() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.given(Actor.CLAIMS, claim(MITTE, 5));
        SetAcceptancePolicy all = new SetAcceptancePolicy(uid(spec, BERLIN), AcceptancePolicy.ACCEPT_ALL);
        spec.when(OWNER, all).thenRejected(FORBIDDEN);
        spec.when(studio.domain.spec.Actors.agent(uid(spec, MITTE)), all).thenRejected(NOT_FOUND);
        spec.when(berlin(spec), policy(spec, AcceptancePolicy.Mode.ASK, Duration.ofDays(1)))
                .thenRejected(INVALID_VALUE, "policy.until");
        spec.when(berlin(spec), policy(spec, AcceptancePolicy.Mode.ACCEPT_ALL, Duration.ZERO))
                .thenRejected(INVALID_VALUE, "policy.until");
        spec.given(berlin(spec), policy(spec, AcceptancePolicy.Mode.ACCEPT_ALL, Duration.ofDays(1)));
        spec.given(OWNER, new ReclassifySite(BERLIN, Set.of(SILVER)));
        assertThat(spec.get(MemberSite.KIND, "berlin").spec().policy().mode())
                .isEqualTo(AcceptancePolicy.Mode.ACCEPT_ALL);
    }

    private static SetAcceptancePolicy policy(
            StreamSpec<NetworkCommand, NetworkEvent> spec, AcceptancePolicy.Mode mode, Duration until) {
        return new SetAcceptancePolicy(
                uid(spec, BERLIN),
                new AcceptancePolicy(mode, Optional.of(spec.now().plus(until))));
    }

    @Test
    void shouldHaveNoMoreInvitationsClassesAndTokensThanFit() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.requested();
        for (int i = 2; i < SiteClassRules.MAX_CLASSES; i++) {
            spec.given(OWNER, new AddSiteClass(Name.of("class-" + i), Set.of(), AcceptancePolicy.Mode.ASK));
        }
        spec.when(OWNER, new AddSiteClass(Name.of("more"), Set.of(), AcceptancePolicy.Mode.ASK))
                .thenRejected(LIMIT_REACHED);
        for (int i = 1; i < InvitationRules.MAX_TOKENS; i++) {
            spec.given(OWNER, new ReissueInvitation(STORES, digest(i + 1), false));
        }
        spec.when(OWNER, new ReissueInvitation(STORES, digest(5_000), false)).thenRejected(LIMIT_REACHED);
        spec.given(OWNER, new ReissueInvitation(STORES, digest(5_000), true));
        assertThat(spec.get(MemberInvitation.KIND, "stores").spec().tokenHashes())
                .containsExactly(digest(5_000));
    }
}

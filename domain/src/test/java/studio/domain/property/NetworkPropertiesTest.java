package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.Census;
import studio.domain.network.CertificateIndex;
import studio.domain.network.ClassSet;
import studio.domain.network.CompositionLaws;
import studio.domain.network.Deployment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberEvent;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;
import studio.domain.network.SiteIndex;
import studio.domain.spec.LiveStream;

/** What holds of every network's history. {@link LiveStream} adds its own checks: deciding is total and pure, folding agrees. */
class NetworkPropertiesTest {

    private static final Name SHOP = Name.of("shop");

    private final Moves<NetworkCommand, NetworkEvent> moves = new NetworkMoves();

    @Histories
    void replayGivesTheSameState(List<Integer> numbers) {
        LiveStream<NetworkCommand, NetworkEvent> stream = History.play(moves, numbers);
        assertThat(stream.replayed().asMap()).isEqualTo(stream.entities().asMap());
    }

    @Histories
    void theSameCommandAgainDoesNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkSecondTimeDoesNothing);
    }

    @Histories
    void aStrangerChangesAndLearnsNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkStrangerLearnsNothing);
    }

    @Histories
    void timersDoSomethingToWhatSetThem(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkTimers);
    }

    @Histories
    void uidsAreNeverUsedAgain(List<Integer> numbers) {
        Laws.Incarnations incarnations = new Laws.Incarnations(NetworkPropertiesTest::hasUidOfItsOwn);
        History.play(moves, numbers, (stream, move) -> incarnations.check(stream));
    }

    /** What only finds or counts others goes by their uids. */
    private static boolean hasUidOfItsOwn(Entity entity) {
        return !(entity instanceof SiteIndex
                || entity instanceof CertificateIndex
                || entity instanceof ClassSet
                || entity instanceof Census
                || entity instanceof MemberSite);
    }

    @Histories
    void certificatesFollowEachOther(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> CertificateLaws.checkLineages(stream.entities()));
    }

    @Histories
    void countsAndIndexesAreAsALookAtAllSitesWouldSay(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> checkCounts(stream.entities()));
    }

    private static void checkCounts(EntityMap entities) {
        List<MemberSite> sites = entities.list(MemberSite.KIND);
        List<MemberSite> members = sites.stream().filter(MemberSite::isMember).toList();
        assertThat(entities.find(Census.KIND, SHOP).map(Census::sites).orElse(0L))
                .isEqualTo(sites.size());
        for (SiteClass siteClass : entities.list(SiteClass.KIND)) {
            assertThat(siteClass.sites())
                    .as("sites of %s", siteClass)
                    .isEqualTo(members.stream()
                            .filter(site -> site.spec().siteClasses().contains(siteClass.ref()))
                            .count());
        }
        Map<Set<Ref>, Long> sets = members.stream()
                .collect(Collectors.groupingBy(site -> site.spec().siteClasses(), Collectors.counting()));
        assertThat(entities.list(ClassSet.KIND).stream()
                        .collect(Collectors.toMap(ClassSet::siteClasses, ClassSet::sites)))
                .isEqualTo(sets);
        assertThat(entities.list(SiteIndex.KIND)).hasSize(2 * sites.size());
        for (MemberSite site : sites) {
            assertThat(entities.get(SiteIndex.key(site.meta().uid()))).isInstanceOf(SiteIndex.class);
            assertThat(((SiteIndex) entities.get(SiteIndex.key(site.spec().keyDigest()))).site())
                    .isEqualTo(site.ref().name());
        }
        checkCertificates(entities);
    }

    private static void checkCertificates(EntityMap entities) {
        Map<CertificateSubject, Uid> newest = new HashMap<>();
        entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.lineage().successor().isEmpty())
                .forEach(certificate ->
                        newest.put(certificate.subject(), certificate.meta().uid()));
        assertThat(entities.list(CertificateIndex.KIND)).hasSize(newest.size());
        newest.forEach(
                (subject, uid) -> assertThat(((CertificateIndex) entities.get(CertificateIndex.key(subject))).newest())
                        .as("the last certificate of %s", subject)
                        .isEqualTo(uid));
        Set<String> holders = new HashSet<>();
        holders.add("shop");
        entities.list(Home.KIND).forEach(home -> holders.add(home.meta().uid().toString()));
        entities.list(MemberSite.KIND)
                .forEach(site -> holders.add(site.meta().uid().toString()));
        assertThat(newest.keySet())
                .allSatisfy(
                        subject -> assertThat(holders).contains(subject.name().value()));
    }

    @Histories
    void aCompositionIsInOrderWhateverBecomesOfItsSites(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            CompositionLaws.checkHolders(stream.entities());
            CompositionLaws.checkBindings(stream.entities());
            CompositionLaws.checkPlaces(stream.entities());
        });
    }

    @Histories
    void onlyMembersHaveDeployments(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            Set<Uid> endpoints = stream.entities().list(Endpoint.KIND).stream()
                    .map(endpoint -> endpoint.meta().uid())
                    .collect(Collectors.toSet());
            Set<Uid> members = stream.entities().list(MemberSite.KIND).stream()
                    .filter(MemberSite::isMember)
                    .map(site -> site.meta().uid())
                    .collect(Collectors.toSet());
            assertThat(stream.entities().list(Deployment.KIND)).allSatisfy(deployment -> {
                assertThat(endpoints).contains(deployment.endpoint());
                assertThat(members).contains(deployment.site());
            });
        });
    }

    @Histories
    void nobodyShutOutIsTrusted(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            Set<String> evicted = stream.entities().list(MemberSite.KIND).stream()
                    .filter(MemberSite.Evicted.class::isInstance)
                    .map(site -> site.meta().uid().toString())
                    .collect(Collectors.toSet());
            assertThat(stream.entities().list(TlsCertificate.KIND).stream()
                            .filter(certificate -> evicted.contains(
                                    certificate.subject().name().value())))
                    .allSatisfy(certificate -> assertThat(certificate)
                            .isInstanceOfAny(TlsCertificate.Revoked.class, TlsCertificate.Expired.class));
        });
    }

    @Histories
    void invitationsAdmitNoMoreThanTheyMay(List<Integer> numbers) {
        LiveStream<NetworkCommand, NetworkEvent> stream = History.play(moves, numbers, (live, move) -> {
            for (MemberInvitation invitation : live.entities().list(MemberInvitation.KIND)) {
                checkState(invitation, live);
            }
        });
        Map<Uid, Long> admitted = new HashMap<>();
        Map<Uid, Uid> invitations = new HashMap<>();
        for (Recorded<NetworkEvent> recorded : stream.history()) {
            switch (recorded.event()) {
                case MemberEvent.SiteAdmitted e -> {
                    invitations.put(e.site().uid(), e.invitation().uid());
                    admitted.merge(e.invitation().uid(), 1L, Long::sum);
                }
                case MemberEvent.SiteAbandoned e ->
                    admitted.merge(invitations.get(e.site().uid()), -1L, Long::sum);
                case NetworkEvent e -> {}
            }
        }
        assertThat(stream.entities().list(MemberInvitation.KIND))
                .allSatisfy(invitation -> assertThat(invitation.admitted())
                        .isEqualTo(admitted.getOrDefault(invitation.meta().uid(), 0L)));
    }

    private static void checkState(MemberInvitation invitation, LiveStream<NetworkCommand, NetworkEvent> stream) {
        boolean full = invitation
                .spec()
                .terms()
                .instanceLimit()
                .filter(limit -> invitation.admitted() >= limit)
                .isPresent();
        boolean deleting = stream.entities().get(Network.KIND, SHOP) instanceof Network.Deleting;
        boolean fits = switch (invitation) {
            case MemberInvitation.Requested i -> !full && !leadsSomewhere(i, stream.entities());
            case MemberInvitation.Ready i -> !full && leadsSomewhere(i, stream.entities());
            case MemberInvitation.Exhausted i -> full;
            case MemberInvitation.Expired i -> true;
            case MemberInvitation.Revoked i -> true;
        };
        assertThat(fits || deleting).as("%s", invitation).isTrue();
    }

    private static boolean leadsSomewhere(MemberInvitation invitation, EntityMap entities) {
        return entities.list(EdgeLink.KIND).stream()
                .filter(link -> link.invitation().equals(invitation.ref().name()))
                .anyMatch(link -> entities.get(Attachment.KIND, link.accessPoint()) instanceof Attachment.Ready);
    }

    @Histories
    void nothingRefersToWhatIsGone(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            EntityMap entities = stream.entities();
            Optional<Network> network = present(entities);
            if (network.isEmpty()) {
                assertThat(entities.asMap()).hasSizeLessThanOrEqualTo(1);
            } else {
                assertThat(entities.list(Attachment.KIND).stream()
                                .map(attachment -> Name.of(attachment.meta().name()))
                                .collect(Collectors.toSet()))
                        .isEqualTo(network.get().spec().accessPoints());
            }
            for (EdgeLink link : entities.list(EdgeLink.KIND)) {
                assertThat(entities.find(Attachment.KIND, link.accessPoint())).isPresent();
                assertThat(entities.find(MemberInvitation.KIND, link.invitation()))
                        .isPresent();
            }
            assertThat(network.filter(Network.Deleting.class::isInstance).isPresent()
                            && entities.list(MemberSite.KIND).isEmpty())
                    .as("waits for nobody")
                    .isFalse();
        });
    }

    @Histories
    void theOwnerCanAlwaysDelete(List<Integer> numbers) {
        LiveStream<NetworkCommand, NetworkEvent> stream = History.play(moves, numbers);
        present(stream.entities()).ifPresent(network -> {
            Actor owner = anOwner(network.spec().owners());
            stream.submit(owner, new DeleteNetwork(false));
            for (MemberSite site : stream.entities().list(MemberSite.KIND)) {
                stream.submit(owner, new ConfirmCleanup(site.meta().uid()));
            }
            assertThat(present(stream.entities())).isEmpty();
        });
    }

    @Histories
    void theOwnerCanAlwaysDeleteByForceWithOneEvent(List<Integer> numbers) {
        LiveStream<NetworkCommand, NetworkEvent> stream = History.play(moves, numbers);
        present(stream.entities()).ifPresent(network -> {
            int before = stream.history().size();
            stream.submit(anOwner(network.spec().owners()), new DeleteNetwork(true));
            assertThat(present(stream.entities())).isEmpty();
            assertThat(stream.history()).hasSize(before + 1);
        });
    }

    private static Optional<Network> present(EntityMap entities) {
        return entities.find(Network.KIND, SHOP).filter(network -> !(network instanceof Network.Deleted));
    }

    private static Actor anOwner(Owners owners) {
        return owners.users().stream()
                .findFirst()
                .map(name -> Actor.user(name, Set.of(), Set.of()))
                .orElseGet(() -> Actor.user(Name.of("someone"), Set.of(), owners.groups()));
    }
}

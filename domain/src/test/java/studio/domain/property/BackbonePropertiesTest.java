package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.spec.LiveStream;

/** What holds of every backbone's history. {@link LiveStream} adds its own checks: deciding is total and pure, folding agrees. */
class BackbonePropertiesTest {

    private final Moves<BackboneCommand, BackboneEvent> moves = new BackboneMoves();

    @Histories
    void replayGivesTheSameState(List<Integer> numbers) {
        LiveStream<BackboneCommand, BackboneEvent> stream = History.play(moves, numbers);
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
    void uidsAreNeverUsedAgain(List<Integer> numbers) {
        Laws.Incarnations incarnations = new Laws.Incarnations();
        History.play(moves, numbers, (stream, move) -> incarnations.check(stream));
    }

    @Histories
    void nothingRefersToWhatIsGone(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> checkReferences(stream.entities()));
    }

    private static void checkReferences(EntityMap entities) {
        Optional<Backbone> backbone = present(entities);
        entities.list(AccessPoint.KIND)
                .forEach(point -> assertThat(
                                entities.find(InteriorSite.KIND, point.spec().site()))
                        .as("site of %s", point)
                        .isPresent());
        Set<String> ends = new HashSet<>();
        for (InterRouterLink link : entities.list(InterRouterLink.KIND)) {
            assertThat(entities.find(InteriorSite.KIND, link.from()))
                    .as("site of %s", link)
                    .isPresent();
            AccessPoint to = entities.get(AccessPoint.KIND, link.accessPoint());
            assertThat(to.spec().site()).as("other end of %s", link).isNotEqualTo(link.from());
            assertThat(to.spec().use()).isEqualTo(AccessPoint.Use.PEER);
            assertThat(ends.add(link.from() + " to " + link.accessPoint()))
                    .as("%s is the only one", link)
                    .isTrue();
        }
        for (TlsCertificate certificate : entities.list(TlsCertificate.KIND)) {
            Name name = certificate.subject().name();
            boolean there = switch (certificate.subject().kind()) {
                case INTERIOR_CA, ACCESS_POINT_CA -> backbone.isPresent();
                case INTERIOR_SITE -> entities.find(InteriorSite.KIND, name).isPresent();
                case ACCESS_POINT -> entities.find(AccessPoint.KIND, name).isPresent();
                case ROOT, SERVICE_HOME, NETWORK_CA, NETWORK_HOME, MEMBER_SITE -> false;
            };
            assertThat(there).as("subject of %s", certificate).isTrue();
        }
        checkAttachments(entities);
        if (backbone.isEmpty()) {
            assertThat(entities.asMap()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void checkAttachments(EntityMap entities) {
        Set<String> ports = new HashSet<>();
        Set<String> networks = new HashSet<>();
        for (NetworkAttachment attachment : entities.list(NetworkAttachment.KIND)) {
            NetworkAttachment.Spec spec = attachment.spec();
            AccessPoint point = entities.get(AccessPoint.KIND, spec.accessPoint());
            assertThat(point.spec().use()).isEqualTo(AccessPoint.Use.MEMBER);
            assertThat(point.knownAddress().orElseThrow().ports().contains(spec.port()))
                    .as("port of %s", attachment)
                    .isTrue();
            assertThat(ports.add(spec.accessPoint() + ":" + spec.port()))
                    .as("%s has its port alone", attachment)
                    .isTrue();
            assertThat(networks.add(spec.accessPoint() + "/" + spec.networkUid()))
                    .as("%s is the network's only one there", attachment)
                    .isTrue();
            assertThat(attachment.admission().oldestValid())
                    .isBetween(1, attachment.admission().ordinal());
            if (point instanceof AccessPoint.Deleting) {
                assertThat(attachment).isInstanceOf(NetworkAttachment.Draining.class);
            }
        }
    }

    @Histories
    void dueTimersDoSomething(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkTimers);
    }

    @Histories
    void certificatesOfASubjectAreAChain(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> CertificateLaws.checkLineages(stream.entities()));
    }

    @Histories
    void statesAgreeWithEachOther(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            EntityMap entities = stream.entities();
            boolean ready =
                    present(entities).filter(Backbone.Ready.class::isInstance).isPresent();
            boolean deleting = present(entities)
                    .filter(Backbone.Deleting.class::isInstance)
                    .isPresent();
            for (InteriorSite site : entities.list(InteriorSite.KIND)) {
                boolean fits = switch (site) {
                    case InteriorSite.Requested s -> !ready;
                    case InteriorSite.Ready s -> ready || deleting;
                    case InteriorSite.Deployed s -> ready;
                    case InteriorSite.Deleting s -> ready || deleting;
                };
                assertThat(fits).as("%s beside %s", site, present(entities)).isTrue();
            }
            if (deleting) {
                boolean waits =
                        entities.list(InteriorSite.KIND).stream().anyMatch(InteriorSite.Deleting.class::isInstance)
                                || !entities.list(NetworkAttachment.KIND).isEmpty();
                assertThat(waits).as("something to wait for").isTrue();
                assertThat(entities.list(NetworkAttachment.KIND))
                        .hasOnlyElementsOfType(NetworkAttachment.Draining.class);
            }
        });
    }

    @Histories
    void theOwnerCanAlwaysDelete(List<Integer> numbers) {
        LiveStream<BackboneCommand, BackboneEvent> stream = History.play(moves, numbers);
        present(stream.entities()).ifPresent(backbone -> {
            stream.submit(anOwner(backbone.owners()), new DeleteBackbone(false, true));
            for (NetworkAttachment attachment : stream.entities().list(NetworkAttachment.KIND)) {
                stream.submit(
                        Actor.BACKBONE_ORCHESTRATOR,
                        new ReleaseAttachment(attachment.meta().uid()));
            }
            for (InteriorSite site : stream.entities().list(InteriorSite.KIND)) {
                stream.submit(
                        Actor.BACKBONE_ORCHESTRATOR,
                        new ReportInteriorSite(Name.of(site.meta().name()), Sighting.CLEANED_UP));
            }
            assertThat(present(stream.entities())).isEmpty();
        });
    }

    @Histories
    void theOwnerCanAlwaysDeleteByForce(List<Integer> numbers) {
        LiveStream<BackboneCommand, BackboneEvent> stream = History.play(moves, numbers);
        present(stream.entities()).ifPresent(backbone -> {
            stream.submit(anOwner(backbone.owners()), new DeleteBackbone(true, true));
            assertThat(present(stream.entities())).isEmpty();
        });
    }

    private static Optional<Backbone> present(EntityMap entities) {
        return entities.find(Backbone.KIND, Name.of("acme"))
                .filter(backbone -> !(backbone instanceof Backbone.Deleted));
    }

    private static Actor anOwner(Owners owners) {
        return owners.users().stream()
                .findFirst()
                .map(name -> Actor.user(name, Set.of(), Set.of()))
                .orElseGet(() -> Actor.user(Name.of("someone"), Set.of(), owners.groups()));
    }
}

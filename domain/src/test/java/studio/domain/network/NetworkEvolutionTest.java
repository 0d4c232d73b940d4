package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Networks.BERLIN;
import static studio.domain.network.Networks.EAST;
import static studio.domain.network.Networks.GOLD;
import static studio.domain.network.Networks.NOW;
import static studio.domain.network.Networks.OWNERS;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.WEST;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.ref;
import static studio.domain.network.Networks.some;
import static studio.domain.network.Networks.terms;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateEvent;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.network.AttachmentEvent.AttachmentDropped;
import studio.domain.network.AttachmentEvent.AttachmentRecorded;
import studio.domain.network.AttachmentEvent.AttachmentRejected;
import studio.domain.network.AttachmentEvent.AttachmentRequested;
import studio.domain.network.AttachmentEvent.AttachmentWithdrawn;
import studio.domain.network.HomeEvent.HomeClaimed;
import studio.domain.network.HomeEvent.HomeInvited;
import studio.domain.network.HomeEvent.HomePlaced;
import studio.domain.network.HomeEvent.HomeReady;
import studio.domain.network.HomeEvent.HomeReported;
import studio.domain.network.InvitationEvent.EdgeLinkRemoved;
import studio.domain.network.InvitationEvent.EdgeLinkSet;
import studio.domain.network.InvitationEvent.InvitationChanged;
import studio.domain.network.InvitationEvent.InvitationCreated;
import studio.domain.network.InvitationEvent.InvitationExhausted;
import studio.domain.network.InvitationEvent.InvitationExpired;
import studio.domain.network.InvitationEvent.InvitationReady;
import studio.domain.network.InvitationEvent.InvitationReissued;
import studio.domain.network.InvitationEvent.InvitationRequested;
import studio.domain.network.InvitationEvent.InvitationRevoked;
import studio.domain.network.MemberEvent.AcceptancePolicySet;
import studio.domain.network.MemberEvent.SiteAbandoned;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.MemberEvent.SiteJoined;
import studio.domain.network.MemberEvent.SiteLeft;
import studio.domain.network.MemberEvent.SiteLost;
import studio.domain.network.MemberEvent.SitePaused;
import studio.domain.network.MemberEvent.SiteReclassified;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.MemberEvent.SiteRenamed;
import studio.domain.network.MemberEvent.SiteReported;
import studio.domain.network.MemberEvent.SiteResumed;
import studio.domain.network.NetworkEvent.NetworkActivated;
import studio.domain.network.NetworkEvent.NetworkChanged;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkEvent.NetworkDeletionRequested;
import studio.domain.network.NetworkEvent.NetworkExpired;
import studio.domain.network.NetworkEvent.NetworkFailed;
import studio.domain.network.NetworkEvent.NetworkRequested;
import studio.domain.network.NetworkEvent.NetworkResumed;
import studio.domain.network.NetworkEvent.NetworkSuspended;
import studio.domain.network.SiteClassEvent.SiteClassAdded;
import studio.domain.network.SiteClassEvent.SiteClassChanged;
import studio.domain.network.SiteClassEvent.SiteClassRemoved;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** An event that the state does not allow stops the fold: going on would hide that the log and the state disagree. */
class NetworkEvolutionTest {

    /** Events about parts concern those that are there, unless the event is what makes them. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
        event                    | absent | scheduled | requested | failed | active | suspended | expired | deleting | deleted
        NetworkCreated           | ok     | no        | no        | no     | no     | no        | no      | no       | ok
        NetworkChanged           | no     | ok        | ok        | ok     | ok     | ok        | ok      | no       | no
        NetworkRequested         | no     | ok        | no        | ok     | no     | no        | no      | no       | no
        NetworkActivated         | no     | no        | ok        | no     | no     | no        | no      | no       | no
        NetworkFailed            | no     | no        | ok        | no     | no     | no        | no      | no       | no
        NetworkSuspended         | no     | no        | no        | no     | ok     | ok        | no      | no       | no
        NetworkResumed           | no     | no        | no        | no     | no     | ok        | no      | no       | no
        NetworkExpired           | no     | ok        | ok        | ok     | ok     | ok        | no      | no       | no
        NetworkDeletionRequested | no     | ok        | ok        | ok     | ok     | ok        | ok      | no       | no
        NetworkDeleted           | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        AttachmentRequested      | no     | no        | no        | no     | no     | no        | no      | no       | no
        AttachmentRecorded       | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        AttachmentRejected       | no     | ok        | ok        | ok     | no     | no        | no      | no       | no
        AttachmentWithdrawn      | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        AttachmentDropped        | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        HomePlaced               | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        HomeInvited              | no     | no        | no        | no     | no     | no        | no      | no       | no
        HomeClaimed              | no     | no        | no        | no     | no     | no        | no      | no       | no
        HomeReady                | no     | no        | no        | no     | no     | no        | no      | no       | no
        HomeReported             | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteClassAdded           | no     | no        | no        | no     | no     | no        | no      | no       | no
        SiteClassChanged         | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        SiteClassRemoved         | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationCreated        | no     | no        | no        | no     | no     | no        | no      | no       | no
        InvitationChanged        | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationReissued       | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationRevoked        | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationRequested      | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationReady          | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationExhausted      | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        InvitationExpired        | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        EdgeLinkSet              | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        EdgeLinkRemoved          | no     | ok        | ok        | ok     | ok     | ok        | ok      | ok       | no
        SiteAdmitted             | no     | ok        | ok        | ok     | no     | no        | no      | no       | no
        SiteJoined               | no     | no        | no        | no     | no     | no        | no      | no       | no
        SiteAbandoned            | no     | no        | no        | no     | no     | no        | no      | no       | no
        SiteReported             | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteLost                 | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteRenamed              | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteReclassified         | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SitePaused               | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteResumed              | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        AcceptancePolicySet      | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteEvicted              | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteLeft                 | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        SiteRemoved              | no     | no        | no        | no     | ok     | ok        | ok      | ok       | no
        """);

    private static final Map<String, Supplier<StreamSpec<NetworkCommand, NetworkEvent>>> STATES = Map.of(
            "absent", Networks::absent,
            "scheduled", Networks::scheduled,
            "requested", Networks::requested,
            "failed", Networks::failed,
            "active", Networks::active,
            "suspended", Networks::suspended,
            "expired", Networks::expired,
            "deleting", Networks::deleting,
            "deleted", Networks::deleted);

    @Test
    void shouldCoverEveryEventAboutMembers() {
        assertThat(BY_STATE.rows())
                .containsExactlyInAnyOrderElementsOf(StreamType.records(NetworkEvent.class).stream()
                        .filter(event -> !CertificateEvent.class.isAssignableFrom(event)
                                && !EndpointEvent.class.isAssignableFrom(event)
                                && !ServiceLinkEvent.class.isAssignableFrom(event)
                                && !DecisionEvent.class.isAssignableFrom(event))
                        .map(Class::getSimpleName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> shouldStopAtWhatCannotHaveHappened() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<NetworkCommand, NetworkEvent> spec =
                    DecisionTable.named(column, STATES).get();
            NetworkEvent event = event(row, spec);
            try {
                spec.happened(event);
                return "ok";
            } catch (IllegalStateException e) {
                return "no";
            }
        });
    }

    private static NetworkEvent event(String name, StreamSpec<NetworkCommand, NetworkEvent> spec) {
        Network.Spec want = new Network.Spec(OWNERS, Owners.NOBODY, Networks.ACME, Set.of(WEST), NOW);
        Ref berlin = ref(spec, BERLIN);
        return switch (name) {
            case "NetworkCreated" -> new NetworkCreated(some(50), want);
            case "NetworkChanged" -> new NetworkChanged(want);
            case "NetworkRequested" -> new NetworkRequested();
            case "NetworkActivated" -> new NetworkActivated();
            case "NetworkFailed" -> new NetworkFailed("no quota");
            case "NetworkSuspended" -> new NetworkSuspended("unpaid");
            case "NetworkResumed" -> new NetworkResumed();
            case "NetworkExpired" -> new NetworkExpired();
            case "NetworkDeletionRequested" -> new NetworkDeletionRequested(spec.now());
            case "NetworkDeleted" -> new NetworkDeleted(0);
            case "AttachmentRequested" -> new AttachmentRequested(EAST, ANY_UID);
            case "AttachmentRecorded" -> new AttachmentRecorded(EAST, Networks.endpoint("east.example"));
            case "AttachmentRejected" -> new AttachmentRejected(WEST, "full");
            case "AttachmentWithdrawn" -> new AttachmentWithdrawn(WEST);
            case "AttachmentDropped" -> new AttachmentDropped(WEST);
            case "HomePlaced" -> new HomePlaced(some(51), Home.Placement.OWN);
            case "HomeInvited" -> new HomeInvited(digest(1));
            case "HomeClaimed" -> new HomeClaimed(digest(1));
            case "HomeReady" -> new HomeReady();
            case "HomeReported" -> new HomeReported(Home.Reach.LOST);
            case "SiteClassAdded" -> new SiteClassAdded(GOLD, ANY_UID, Set.of(), AcceptancePolicy.Mode.ASK);
            case "SiteClassChanged" -> new SiteClassChanged(GOLD, Set.of(), AcceptancePolicy.Mode.ASK);
            case "SiteClassRemoved" -> new SiteClassRemoved(GOLD);
            case "InvitationCreated" -> new InvitationCreated(STORES, ANY_UID, terms(), Set.of());
            case "InvitationChanged" -> new InvitationChanged(STORES, terms(), Set.of());
            case "InvitationReissued" -> new InvitationReissued(STORES, digest(1), true);
            case "InvitationRevoked" -> new InvitationRevoked(STORES);
            case "InvitationRequested" -> new InvitationRequested(STORES);
            case "InvitationReady" -> new InvitationReady(STORES);
            case "InvitationExhausted" -> new InvitationExhausted(STORES);
            case "InvitationExpired" -> new InvitationExpired(STORES);
            case "EdgeLinkSet" -> new EdgeLinkSet(STORES, WEST, ANY_UID, 2);
            case "EdgeLinkRemoved" -> new EdgeLinkRemoved(STORES, WEST);
            case "SiteAdmitted" ->
                new SiteAdmitted(
                        berlin,
                        new Ref(STORES, ANY_UID),
                        Set.of(),
                        Platform.DOCKER,
                        digest(8),
                        Set.of(),
                        AcceptancePolicy.ASK);
            case "SiteJoined" -> new SiteJoined(berlin);
            case "SiteAbandoned" -> new SiteAbandoned(berlin);
            case "SiteReported" -> new SiteReported(berlin, 2);
            case "SiteLost" -> new SiteLost(berlin);
            case "SiteRenamed" -> new SiteRenamed(berlin, Name.of("mitte"));
            case "SiteReclassified" -> new SiteReclassified(berlin, Set.of());
            case "SitePaused" -> new SitePaused(berlin);
            case "SiteResumed" -> new SiteResumed(berlin);
            case "AcceptancePolicySet" -> new AcceptancePolicySet(berlin, AcceptancePolicy.ASK);
            case "SiteEvicted" -> new SiteEvicted(berlin, "stolen");
            case "SiteLeft" -> new SiteLeft(berlin);
            case "SiteRemoved" -> new SiteRemoved(berlin);
            default -> throw new AssertionError("no example of " + name);
        };
    }

    @Test
    void shouldStopAtStatesOfPartsThatDoNotFollow() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Ref berlin = ref(spec, BERLIN);
        spec.happened(new SiteLeft(berlin));
        for (NetworkEvent event : List.of(
                new SiteLeft(berlin),
                new SiteRenamed(berlin, Name.of("mitte")),
                new SiteReported(berlin, 9),
                new SiteLost(berlin),
                new SitePaused(berlin))) {
            assertThat(happens(spec, event)).as("%s", event).isFalse();
        }
        spec.happened(new SiteEvicted(berlin, "stolen"));
        assertThat(happens(spec, new SiteEvicted(berlin, "stolen"))).isFalse();
        spec.happened(new InvitationRevoked(STORES));
        assertThat(happens(spec, new InvitationReady(STORES))).isFalse();
    }

    private static boolean happens(StreamSpec<NetworkCommand, NetworkEvent> spec, NetworkEvent event) {
        try {
            spec.happened(event);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}

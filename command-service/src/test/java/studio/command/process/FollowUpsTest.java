package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.process.LiveStreams.ACME;
import static studio.command.process.LiveStreams.ADMIN;
import static studio.command.process.LiveStreams.WEST;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.command.process.TopologyContext.Given;
import studio.domain.StreamType;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.Library;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.Service;
import studio.domain.network.Attachment;
import studio.domain.network.Home;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.user.UserCommand.RegisterUser;
import studio.domain.user.UserCommand.RemoveUser;
import studio.schema.StoredEvent;

/** What happens in one stream and means something for another, without anybody's help. */
class FollowUpsTest {

    private static final StreamKey SHOP = StreamType.NETWORK.key(Name.of("shop"));

    private final LiveStreams streams = new LiveStreams();

    @AfterEach
    void close() {
        streams.close();
    }

    private void createNetwork(Name accessPoint) {
        streams.give(SHOP, ADMIN, LiveStreams.network(accessPoint));
        streams.sign(SHOP);
    }

    @Test
    void shouldAttachANewNetworkAndGiveItAHome() {
        // Given
        createNetwork(WEST);

        // When
        streams.activate(SHOP);

        // Then
        assertThat(streams.entities(SHOP).get(Attachment.KIND, WEST))
                .isInstanceOfSatisfying(
                        Attachment.Ready.class,
                        there -> assertThat(there.endpoint().port()).isEqualTo(7_000));
        assertThat(streams.entities(SHOP).get(Home.KIND, SHOP.name()).spec().placement())
                .isEqualTo(Home.Placement.MANAGED);
        assertThat(streams.entities(SHOP).get(Network.KIND, SHOP.name())).isInstanceOf(Network.Active.class);
    }

    @Test
    void shouldNameTheEventThatACommandFollowsFrom() {
        // When
        createNetwork(WEST);

        // Then
        StoredEvent attached = event(ACME, "studio.events.NetworkAttached");
        StoredEvent issued = event(SHOP, "studio.events.CertificateIssued");
        assertThat(attached.meta().causationId())
                .hasValue(issued.meta().eventId().toString());
        assertThat(attached.meta().correlationId()).isEqualTo(issued.meta().correlationId());
        assertThat(attached.meta().commandId())
                .isEqualTo(SHOP + "@" + issued.meta().revision() + "#1");
        assertThat(attached.meta().actor().name()).isEqualTo(Actor.BACKBONE_ORCHESTRATOR.name());
    }

    private StoredEvent event(StreamKey stream, String type) {
        return streams.log().stream()
                .filter(event -> event.meta().stream().equals(stream))
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldTellTheNetworkThatTheBackboneRefused() {
        // Given
        Name north = Name.of("north");

        // When
        createNetwork(north);

        // Then
        assertThat(streams.entities(SHOP).get(Attachment.KIND, north))
                .isInstanceOfSatisfying(
                        Attachment.Rejected.class,
                        rejected -> assertThat(rejected.cause()).contains("no access-point 'north'"));
        assertThat(streams.entities(SHOP).get(Network.KIND, SHOP.name())).isInstanceOf(Network.Failed.class);
    }

    @Test
    void shouldGiveAnEmptyLibraryToAnotherUserOfTheName() {
        // Given
        Name nora = Name.of("nora");
        StreamKey user = StreamType.USER.key(nora);
        StreamKey library = StreamType.LIBRARY.key(nora);
        streams.give(user, ADMIN, new RegisterUser(Set.of(), Set.of()));
        Actor publisher = Actor.user(nora, Set.of(), Set.of());
        streams.give(library, publisher, new PublishService(Name.of("orders"), Service.Protocol.HTTP, 80));
        Uid first = streams.entities(library).get(Library.KIND, nora).meta().uid();
        streams.give(user, ADMIN, new RemoveUser());

        // When
        streams.give(user, ADMIN, new RegisterUser(Set.of(), Set.of(), true));

        // Then
        assertThat(streams.entities(library).list(Service.KIND)).isEmpty();
        assertThat(streams.entities(library).get(Library.KIND, nora).meta().uid())
                .isNotEqualTo(first);
    }

    @Test
    void shouldCommandNothingInADryRun() {
        // Given
        createNetwork(WEST);
        streams.activate(SHOP);

        // When
        streams.give(Given.command("dry", SHOP, ADMIN, new DeleteNetwork(true)).dry());

        // Then
        assertThat(streams.entities(ACME).list(NetworkAttachment.KIND)).hasSize(1);
        streams.give(SHOP, ADMIN, new DeleteNetwork(true));
        assertThat(streams.entities(ACME).list(NetworkAttachment.KIND)).isEmpty();
    }
}

package studio.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.RouterConnection;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.SslProfile;

class RotationTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final Path FILE = Path.of("f");

    private final SslProfile profile = new SslProfile("backbone", new SslProfile.Files(FILE, FILE, FILE), 2, 1);
    private final List<Connector> connectors =
            List.of(new Connector("studio-link", Role.INTER_ROUTER, new Place("peer.example", 5671), "backbone", 1));

    @Test
    void shouldWaitForAConnectionWithTheNewCertificate() {
        Rotation rotation = Rotation.to(1).seen(profile, connectors, router(1), NOW);

        assertThat(rotation).isEqualTo(new Rotation(2, Optional.empty()));
        assertThat(oldestValid(rotation, router(1), NOW)).isEqualTo(1);
    }

    @Test
    void shouldNotBelieveAnOrdinalWithoutAConnection() {
        ObservedRouter unconnected = new ObservedRouter(
                List.of(
                        shown(),
                        new Observed(
                                EntityType.CONNECTOR,
                                "studio-link",
                                connectors.getFirst().values())),
                List.of(),
                Map.of());

        assertThat(Rotation.to(2).seen(profile, connectors, unconnected, NOW).inUseSince())
                .isEmpty();
    }

    @Test
    void shouldNotWaitForAPeerThatIsAway() {
        List<Connector> both = List.of(
                connectors.getFirst(),
                new Connector("studio-away", Role.INTER_ROUTER, new Place("away.example", 5671), "backbone", 1));

        assertThat(Rotation.to(2).seen(profile, both, router(1, 2), NOW).inUseSince())
                .contains(NOW);
        assertThat(Rotation.to(2).seen(profile, both, router(1), NOW).inUseSince())
                .isEmpty();
    }

    @Test
    void shouldLetStreamsOfTheOldOneGoOnForAWhile() {
        Rotation rotation = Rotation.to(2).seen(profile, connectors, router(1, 2), NOW);

        assertThat(rotation.inUseSince()).contains(NOW);
        assertThat(oldestValid(rotation, router(1, 2), NOW.plus(DRAIN).minusMillis(1)))
                .isEqualTo(1);
        assertThat(oldestValid(rotation, router(1, 2), NOW.plus(DRAIN))).isEqualTo(2);
    }

    @Test
    void shouldNotWaitWhenThereIsNoConnectionOfTheOldOne() {
        Rotation rotation = Rotation.to(2).seen(profile, connectors, router(2), NOW);

        assertThat(oldestValid(rotation, router(2), NOW)).isEqualTo(2);
    }

    @Test
    void shouldNeverEndConnectionsOfAListenerByItself() {
        Rotation rotation = Rotation.to(2).seen(profile, List.of(), router(2), NOW);

        assertThat(rotation.inUseSince()).contains(NOW);
        assertThat(rotation.oldestValid(profile, List.of(), router(2), NOW.plus(DRAIN), DRAIN))
                .isEqualTo(1);
    }

    private long oldestValid(Rotation rotation, ObservedRouter router, Instant now) {
        return rotation.oldestValid(profile, connectors, router, now, DRAIN);
    }

    private Observed shown() {
        return new Observed(EntityType.SSL_PROFILE, "backbone", profile.values());
    }

    private ObservedRouter router(long... ordinals) {
        Map<String, Object> values = new HashMap<>(connectors.getFirst().values());
        values.put("connectionStatus", "SUCCESS");
        List<RouterConnection> connections = new ArrayList<>();
        for (long ordinal : ordinals) {
            connections.add(
                    new RouterConnection("peer", "inter-router", Optional.empty(), "peer.example:5671", true, ordinal));
        }
        return new ObservedRouter(
                List.of(shown(), new Observed(EntityType.CONNECTOR, "studio-link", values)), connections, Map.of());
    }
}

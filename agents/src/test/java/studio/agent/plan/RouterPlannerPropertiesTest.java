package studio.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.Vhost;

/** What holds of every plan; the seed is the test's name. */
class RouterPlannerPropertiesTest {

    private static final int MOST_ROUNDS = 6;
    private static final int PARTS = 4;
    private static final int FIRST_PORT = 9000;

    static LongStream seeds() {
        long first = Long.getLong("studio.seed", 1);
        return LongStream.range(first, first + Long.getLong("studio.histories", 500));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldConverge(long seed) {
        // Given: a router that has something of ours, tampered with, and something of others
        Random random = new Random(seed);
        RouterModel router = new RouterModel();
        entities(random).forEach(router::with);
        tamper(random, router);
        Map<String, Observed> foreign = foreign(router);
        List<RouterEntity> wanted = entities(random);
        Collections.shuffle(wanted, random);
        Desired desired = Desired.of(wanted);
        boolean linksWanted = wanted.stream().anyMatch(entity -> entity.type() == EntityType.CONNECTOR);

        // When: rounds are planned and applied until one has nothing to do
        int rounds = 0;
        Plan plan = plan(desired, router);
        while (!plan.isConverged() && rounds < MOST_ROUNDS) {
            router.apply(plan);
            plan = plan(desired, router);
            rounds++;
        }

        // Then: it has what is wanted, nothing was refused on the way, nothing foreign was touched, no last link was
        // lost
        assertThat(plan.isConverged()).isTrue();
        assertThat(router.refusals()).isEmpty();
        assertThat(foreign(router)).isEqualTo(foreign);
        assertThat(own(router)).hasSameSizeAs(desired.entities().values());
        assertThat(desired.entities().values())
                .allMatch(entity -> Stream.of(entity.name(), Slot.other(entity.name()))
                        .anyMatch(name -> router.entities().containsKey(name)
                                && entity.equivalent(router.entities().get(name))));
        assertThat(linksWanted ? router.broken() : 0).isZero();
    }

    private static Plan plan(Desired desired, RouterModel router) {
        return RouterPlanner.plan(desired, router.observe(), Memory.NONE);
    }

    private static Map<String, Observed> foreign(RouterModel router) {
        return router.entities().values().stream()
                .filter(entity -> !Ownership.owns(entity.name()))
                .collect(Collectors.toMap(Observed::name, entity -> entity));
    }

    private static List<String> own(RouterModel router) {
        return router.entities().keySet().stream().filter(Ownership::owns).toList();
    }

    private static List<RouterEntity> entities(Random random) {
        List<RouterEntity> entities = new ArrayList<>();
        List<Integer> ports = new ArrayList<>(LongStream.range(0, 2 * PARTS)
                .mapToObj(port -> FIRST_PORT + (int) port)
                .toList());
        Collections.shuffle(ports, random);
        for (int part = 0; part < PARTS; part++) {
            String name = "n" + part;
            if (random.nextBoolean()) {
                SslProfile profile = Wanted.profile(name, 1 + random.nextInt(2));
                Vhost vhost = Wanted.vhost(name, random.nextBoolean() ? "a/*" : "b/*");
                entities.addAll(List.of(profile, vhost));
                if (random.nextBoolean()) {
                    entities.add(Wanted.edge(name, ports.removeFirst(), profile, vhost));
                }
                if (random.nextBoolean()) {
                    entities.add(Wanted.link(name, 1 + random.nextInt(2), 1 + random.nextInt(2), profile));
                }
            }
            if (random.nextBoolean()) {
                entities.add(Wanted.tcpListener(name, ports.removeFirst()));
                entities.add(Wanted.tcpConnector(name, 1 + random.nextInt(2)));
            }
        }
        return entities;
    }

    private static void tamper(Random random, RouterModel router) {
        router.with(new Observed(EntityType.LISTENER, "mgmt", Map.of("port", "1")))
                .with(new Observed(EntityType.SSL_PROFILE, "mesh", Map.of("ordinal", 3)))
                .with(new Observed(EntityType.TCP_CONNECTOR, "mine", Map.of("address", "x")));
        List.copyOf(router.entities().values()).forEach(entity -> {
            if (Ownership.owns(entity.name()) && random.nextInt(PARTS) == 0) {
                Map<String, Object> values = new HashMap<>(entity.values());
                values.put(entity.type() == EntityType.VHOST ? "allowUnknownUser" : "host", "tampered");
                router.with(new Observed(entity.type(), entity.name(), values));
            }
        });
    }
}

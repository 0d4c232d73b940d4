package studio.agent.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VhostTest {

    private static final VhostGroup EVERYBODY = new VhostGroup(
            Set.of(),
            VhostGroup.ANYWHERE,
            Set.of(VhostGroup.Allowed.ANONYMOUS_SENDER),
            List.of("a/*", "b"),
            List.of(),
            List.of("a/#"));

    @Test
    void shouldNotMindHowARouterWritesLists() {
        Vhost vhost = vhost(Map.of(Vhost.EVERYBODY, EVERYBODY));
        Map<String, Object> group = new HashMap<>(EVERYBODY.values());
        group.putAll(Map.of("sources", "b,a/*", "maxSenders", 2_147_483_647, "users", ""));
        Map<String, Object> shown = new HashMap<>(vhost.values());
        shown.putAll(Map.of("groups", Map.of(Vhost.EVERYBODY, group), "maxConnections", 65_535L));

        assertThat(vhost.equivalent(new Observed(EntityType.VHOST, "v", shown))).isTrue();
    }

    @Test
    void shouldMindARightMore() {
        Vhost vhost = vhost(Map.of(Vhost.EVERYBODY, EVERYBODY));
        Map<String, Object> group = new HashMap<>(EVERYBODY.values());
        group.put("targets", "$management");
        Map<String, Object> shown = new HashMap<>(vhost.values());
        shown.put("groups", Map.of(Vhost.EVERYBODY, group));

        assertThat(vhost.differences(new Observed(EntityType.VHOST, "v", shown)))
                .extracting(Column::name)
                .containsExactly("groups");
    }

    @Test
    void shouldNotAskWhatARouterRefuses() {
        assertThat(vhost(Map.of("denied", VhostGroup.denied(Set.of()))).defect())
                .isPresent();
        assertThat(vhost(Map.of(
                                "home", EVERYBODY.with(Set.of("x"), List.of()),
                                "denied", VhostGroup.denied(Set.of("x"))))
                        .defect())
                .hasValueSatisfying(defect -> assertThat(defect.rule()).contains("several have x"));
        assertThat(vhost(Map.of("denied", VhostGroup.denied(Set.of("a,b")))).defect())
                .isPresent();
    }

    private static Vhost vhost(Map<String, VhostGroup> groups) {
        return new Vhost("v", "host", true, groups);
    }
}

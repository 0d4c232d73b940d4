package studio.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {

    private static final Name ALICE = Name.of("alice");
    private static final Name OPS = Name.of("ops");
    private static final Owners OWNERS = new Owners(Set.of(ALICE), Set.of(OPS));

    @Test
    void shouldOwnByNameOrByGroup() {
        assertThat(OWNERS.include(Actor.user(ALICE, Set.of(), Set.of()))).isTrue();
        assertThat(OWNERS.include(Actor.user(Name.of("bob"), Set.of(), Set.of(OPS))))
                .isTrue();
        assertThat(OWNERS.include(Actor.user(Name.of("bob"), Set.of(), Set.of(ALICE))))
                .isFalse();
        assertThat(Owners.NOBODY.include(Actor.user(ALICE, Set.of(), Set.of(OPS))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Actor.Type.class,
            names = {"SERVICE", "SITE", "TIMER"})
    void shouldOwnNothingUnlessItIsAUser(Actor.Type type) {
        assertThat(OWNERS.include(new Actor(type, "alice", Set.of(), Set.of()))).isFalse();
        assertThat(OWNERS.include(new Actor(type, "CN=No Label At All", Set.of(), Set.of())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Actor.Type.class,
            names = {"SERVICE", "SITE", "TIMER"})
    void shouldRejectRolesAndGroupsOfWhatIsNoUser(Actor.Type type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Actor(type, "relay", Set.of(Role.ADMINISTRATOR), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(type, "relay", Set.of(), Set.of(OPS)));
    }

    @Test
    void shouldRejectAUsernameThatIsNoLabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Actor(Actor.Type.USER, "Alice Liddell", Set.of(), Set.of()))
                .withMessageContaining(Name.RULE);
    }

    @Test
    void shouldBeTheSameWhateverRolesItHolds() {
        Actor before = Actor.user(ALICE, Set.of(Role.AUDITOR), Set.of());
        assertThat(before.sameAs(Actor.user(ALICE, Set.of(), Set.of(OPS)))).isTrue();
        assertThat(before.sameAs(Actor.service("alice"))).isFalse();
    }

    @Test
    void shouldKeepItsOwnCopies() {
        Set<Role> roles = new HashSet<>(Set.of(Role.AUDITOR));
        Actor actor = Actor.user(ALICE, roles, Set.of());
        roles.add(Role.ADMINISTRATOR);
        assertThat(actor.is(Role.ADMINISTRATOR)).isFalse();
    }
}

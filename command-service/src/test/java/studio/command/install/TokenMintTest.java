package studio.command.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberInvitation;
import studio.identity.Secret;

class TokenMintTest {

    private static final byte[] KEY = new byte[32];
    private static final StreamKey SHOP = StreamType.NETWORK.key(Name.of("shop"));
    private static final Actor ALICE = Actor.user(Name.of("alice"), Set.of(), Set.of());
    private static final Actor BOB = Actor.user(Name.of("bob"), Set.of(), Set.of());

    @Test
    void shouldMakeTheSameTokenForTheSameCommand() {
        assertThat(TokenMint.mint(KEY, ALICE, "1")).isEqualTo(TokenMint.mint(KEY, ALICE, "1"));
        assertThat(TokenMint.mint(KEY, ALICE, "1").text()).matches("studio_[A-Za-z0-9_-]{43}");
    }

    @Test
    void shouldMakeAnotherTokenForAnyOther() {
        assertThat(TokenMint.mint(KEY, ALICE, "1")).isNotEqualTo(TokenMint.mint(KEY, ALICE, "2"));
        assertThat(TokenMint.mint(KEY, ALICE, "1")).isNotEqualTo(TokenMint.mint(KEY, BOB, "1"));
        assertThat(TokenMint.mint(KEY, ALICE, "1")).isNotEqualTo(TokenMint.mint(new byte[] {1}, ALICE, "1"));
    }

    @Test
    void shouldMakeAnotherTokenForEachThingThatIsOpened() {
        // Given
        EntityKey stores = MemberInvitation.KIND.key(Name.of("stores"));
        EntityKey partners = MemberInvitation.KIND.key(Name.of("partners"));

        // When
        Secret token = TokenMint.mint(KEY, ALICE, "1", SHOP, stores);

        // Then
        assertThat(token.text()).matches("studio_join_[A-Za-z0-9_-]{43}");
        assertThat(TokenMint.mint(KEY, ALICE, "1", SHOP, stores)).isEqualTo(token);
        assertThat(TokenMint.mint(KEY, ALICE, "1", SHOP, partners)).isNotEqualTo(token);
        assertThat(TokenMint.mint(KEY, ALICE, "1", StreamType.NETWORK.key(Name.of("mall")), stores))
                .isNotEqualTo(token);
    }
}

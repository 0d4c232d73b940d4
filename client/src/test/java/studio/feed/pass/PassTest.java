package studio.feed.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import studio.feed.transport.FeedTls;
import studio.testkit.tls.TestAuthority;

/** A pass lets one user see one network, once and soon. */
class PassTest {

    private static final String FEED = "spiffe://studio.local/service/feed";
    private static final String HOME = "spiffe://studio.local/network/n1/home/h1";
    private static final String OTHER = "spiffe://studio.local/network/n2/home/h2";
    private final Instant now = Instant.now();

    private final TestAuthority authority = new TestAuthority("root");
    private final FeedTls feed = leaf(authority, FEED);
    private final PassGate gate = new PassGate();
    private final String token = new PassSigner(feed).sign(HOME, "alice", now).token();

    private static FeedTls leaf(TestAuthority authority, String uri) {
        TestAuthority.Shown shown = authority.leaf(uri);
        return new FeedTls(shown.chain(), shown.key(), shown.trust());
    }

    private PassGate.Trust trust(String home) {
        return new PassGate.Trust(home, FEED, leaf(authority, home));
    }

    private void assertRefused(String pass, String home, Instant at, String why) {
        assertThatThrownBy(() -> gate.use(pass, trust(home), at))
                .isInstanceOf(PassRefusedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void shouldTellWhoMaySeeTheNetworkOnce() throws PassRefusedException {
        assertThat(PassGate.homeOf(token)).isEqualTo(HOME);
        Pass pass = gate.use(token, trust(HOME), now.plusSeconds(5));
        assertThat(pass.user()).isEqualTo("alice");
        assertRefused(token, HOME, now.plusSeconds(6), "used before");
    }

    @Test
    void shouldNotBeGoodLaterOrElsewhere() {
        assertRefused(token, HOME, now.plusSeconds(60), "has ended");
        assertRefused(token, HOME, now.minusSeconds(60), "not for this home");
        assertRefused(token, OTHER, now, "not for this home");
    }

    @Test
    void shouldBelieveTheServiceHomeAlone() {
        FeedTls stranger = leaf(new TestAuthority("root"), FEED);
        assertRefused(new PassSigner(stranger).sign(HOME, "alice", now).token(), HOME, now, "not signed by");
        FeedTls neighbour = leaf(authority, OTHER);
        assertRefused(new PassSigner(neighbour).sign(HOME, "alice", now).token(), HOME, now, "can't vouch");
    }

    @Test
    void shouldNotLetAnybodyChangeIt() {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("alice", "mallory").getBytes(StandardCharsets.UTF_8));
        assertRefused(parts[0] + "." + changed + "." + parts[2], HOME, now, "not for this home");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(none + "." + parts[1] + ".", HOME, now, "does not say who signed");
        assertThatThrownBy(() -> PassGate.homeOf("no pass")).isInstanceOf(PassRefusedException.class);
    }
}

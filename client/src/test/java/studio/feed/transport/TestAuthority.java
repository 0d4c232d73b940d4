package studio.feed.transport;

import java.time.Duration;

/** A root of trust for both ends of feeds. */
final class TestAuthority {

    private final studio.testkit.tls.TestAuthority authority;

    TestAuthority(String name) {
        this.authority = new studio.testkit.tls.TestAuthority(name);
    }

    /** What somebody with that URI shows, who believes this authority. */
    FeedTls leaf(String uri) {
        return tls(authority.leaf(uri));
    }

    FeedTls leaf(String uri, Duration validity) {
        return tls(authority.leaf(uri, validity));
    }

    /** What that one shows, believing this authority. */
    FeedTls believedBy(FeedTls shown) {
        return new FeedTls(shown.chain(), shown.key(), authority.certificate());
    }

    private static FeedTls tls(studio.testkit.tls.TestAuthority.Shown shown) {
        return new FeedTls(shown.chain(), shown.key(), shown.trust());
    }
}

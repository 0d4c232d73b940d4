package studio.agent.interior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.agent.feed.Feed;
import studio.agent.loop.Documents;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteReport;
import studio.agent.router.Place;
import studio.domain.kernel.Uid;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

class InteriorReportsTest {

    private static final Uid CERTIFICATE = new Uid(new UUID(1, 1));
    private static final String CERTIFICATE_KEY = "certificate/" + CERTIFICATE;

    private final Heard heard = new Heard();
    private final InteriorReports reports = new InteriorReports(heard, true);

    /** Takes what goes up. */
    private static final class Heard implements Feed {

        private final Map<String, ItemStatus> statuses = new HashMap<>();
        private final List<Frame.Csr> requests = new ArrayList<>();
        private int told;
        private int cleaned;

        @Override
        public Documents documents() {
            return new GivenDocuments();
        }

        @Override
        public void status(Collection<ItemStatus> changed, Collection<String> gone) {
            told++;
            changed.forEach(status -> statuses.put(status.key(), status));
            gone.forEach(statuses::remove);
        }

        @Override
        public boolean decide(Frame.Decide decision) {
            return false;
        }

        @Override
        public void onDecided(Consumer<Frame.Decided> listener) {}

        @Override
        public void request(Frame.Csr csr) {
            requests.add(csr);
        }

        @Override
        public void flows(Frame.Flows flows) {}

        @Override
        public void cleaned() {
            cleaned++;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public Optional<Instant> lastHeard() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static SiteReport report(boolean up, Optional<String> why, String... keys) {
        List<SiteStatus.ItemStatus> items = Stream.of(keys)
                .map(key -> new SiteStatus.ItemStatus(key, "i1:x", Progress.APPLIED, Optional.empty()))
                .toList();
        return new SiteReport(
                new SiteReport.Health.Healthy("r", "1"),
                items,
                Map.of("link-a", new SiteReport.LinkState(up, why)),
                Map.of("peer-a", new Place("east.example", 55671)),
                Map.of(CERTIFICATE, "PEM"),
                List.of(CERTIFICATE),
                List.of(),
                true,
                false);
    }

    private static SiteReport unreachable() {
        return new SiteReport(
                new SiteReport.Health.Unreachable("refused"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    private void assertStatus(String key, String state, String detail) {
        assertThat(heard.statuses.get(key)).isEqualTo(new ItemStatus(key, "i1:x", state, detail));
    }

    @Test
    void shouldSayWhatWasSeenToWork() {
        reports.report(
                report(true, Optional.empty(), "connector/link-a", "listener/peer-a", CERTIFICATE_KEY, "profile/p"));

        assertStatus("connector/link-a", "observed", "");
        assertStatus("listener/peer-a", "observed", "east.example:55671");
        assertStatus(CERTIFICATE_KEY, "observed", "");
        assertStatus("profile/p", "applied", "");
        assertThat(heard.requests).containsExactly(new Frame.Csr(CERTIFICATE.toString(), "PEM"));
    }

    @Test
    void shouldSayThatNothingIsLeft() {
        reports.report(unreachable());
        assertThat(heard.cleaned).isZero();

        reports.report(new SiteReport(
                new SiteReport.Health.Healthy("r", "1"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                true,
                true));
        assertThat(heard.cleaned).isEqualTo(1);
    }

    @Test
    void shouldTellNoPlaceThatNobodyHasSaid() {
        new InteriorReports(heard, false).report(report(true, Optional.empty(), "listener/peer-a"));

        assertStatus("listener/peer-a", "observed", "");
    }

    @Test
    void shouldSayThatALinkIsDownOnceItWasUpOrTheRouterComplains() {
        reports.report(report(false, Optional.empty(), "connector/link-a"));
        assertStatus("connector/link-a", "applied", "");
        reports.report(report(false, Optional.of("no route"), "connector/link-a"));
        assertStatus("connector/link-a", "failed", "no route");
        reports.report(report(true, Optional.empty(), "connector/link-a"));
        assertStatus("connector/link-a", "observed", "");
        reports.report(report(false, Optional.empty(), "connector/link-a"));
        assertStatus("connector/link-a", "failed", "not connected any more");
    }

    @Test
    void shouldSayNothingWhenNothingChanged() {
        SiteReport same = report(true, Optional.empty(), "connector/link-a");
        reports.report(same);
        reports.report(same);

        assertThat(heard.told).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatIsNoLongerWanted() {
        reports.report(report(true, Optional.empty(), "connector/link-a", "profile/p"));
        reports.report(report(true, Optional.empty(), "profile/p"));

        assertThat(heard.statuses).containsOnlyKeys("profile/p");
    }

    @Test
    void shouldSayThatLinksAreDownWhenTheRouterDoesNotAnswer() {
        reports.report(report(true, Optional.empty(), "connector/link-a", "profile/p"));

        reports.report(unreachable());

        assertStatus("connector/link-a", "failed", "the router does not answer: refused");
        assertStatus("profile/p", "applying", "the router does not answer: refused");
    }
}

package studio.agent.interior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.agent.feed.Feed;
import studio.agent.loop.Documents;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteReport;
import studio.agent.plan.Reason;
import studio.agent.reconcile.Round;
import studio.agent.router.Place;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

class InteriorReportsTest {

    private static final Uid CERTIFICATE = new Uid(new UUID(1, 1));
    private static final String CERTIFICATE_KEY = "certificate/" + CERTIFICATE;

    private final Heard heard = new Heard();
    private final List<Item> document = new ArrayList<>();
    private final InteriorReports reports = reports(Optional.of("east.example"));

    private InteriorReports reports(Optional<String> publicHost) {
        return new InteriorReports(
                heard,
                publicHost.isPresent(),
                new FirstPlaces(publicHost, Place.LOOPBACK, () -> document),
                Clock.fixed(Instant.parse("2026-11-26T01:02:03.4Z"), ZoneOffset.UTC));
    }

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
        public void cleaned(Runnable said) {
            cleaned++;
        }

        @Override
        public void hurry() {}

        @Override
        public boolean isRouted() {
            return false;
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
        reports(Optional.empty()).report(report(true, Optional.empty(), "listener/peer-a"));

        assertStatus("listener/peer-a", "observed", "");
    }

    private ItemStatus said(String key) {
        return Objects.requireNonNull(heard.statuses.get(key));
    }

    private void unplaced(String name, RouterSpec.Side side) {
        RouterSpec spec = new RouterSpec.RouterListener(
                name, side, RouterSpec.RouterListener.UNPLACED, "point-" + name, Optional.empty());
        document.add(new Item(
                "listener/" + name, "i1:x", spec, List.of(), new Cause(new EntityKey("access-point", name), 1)));
    }

    @Test
    void shouldSayWhereAnAccessPointIsOfWhichNobodyHasSaidIt() {
        unplaced("new", RouterSpec.Side.INTER_ROUTER);
        unplaced("door", RouterSpec.Side.EDGE);

        reports.report(report(true, Optional.empty(), "listener/new", "listener/door"));
        ItemStatus first = said("listener/new");
        reports.report(report(true, Optional.empty(), "listener/new", "listener/door"));

        assertThat(first).isEqualTo(said("listener/new"));
        assertThat(first.state()).isEqualTo("observed");
        assertThat(first.detail()).matches("east\\.example:5[5-6][0-9]{3}");
        assertThat(said("listener/door").detail()).matches("east\\.example:[0-9]{5}-[0-9]{5}");
    }

    @Test
    void shouldChooseNoPortThatIsTaken() throws IOException {
        unplaced("new", RouterSpec.Side.INTER_ROUTER);
        unplaced("newer", RouterSpec.Side.INTER_ROUTER);
        reports.report(report(true, Optional.empty(), "listener/new", "listener/newer"));
        String first = said("listener/new").detail();

        assertThat(said("listener/newer").detail()).isNotEqualTo(first);
        try (ServerSocket taken = new ServerSocket(
                Integer.parseInt(first.substring(first.indexOf(':') + 1)), 1, InetAddress.getLoopbackAddress())) {
            reports(Optional.of("east.example")).report(report(true, Optional.empty(), "listener/new"));
            assertThat(said("listener/new").detail()).doesNotEndWith(":" + taken.getLocalPort());
        }
    }

    @Test
    void shouldSayThatNobodyHasSaidWhereAnAccessPointIs() {
        unplaced("new", RouterSpec.Side.INTER_ROUTER);

        reports(Optional.empty()).report(report(true, Optional.empty(), "listener/new"));

        assertStatus("listener/new", "failed", FirstPlaces.UNSAID);
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
    void shouldSayWhatSomebodyElseHadChanged() {
        SiteReport report = report(true, Optional.empty(), "connector/link-a", "profile/p");
        reports.report(new SiteReport(
                report.health(),
                report.items(),
                report.links(),
                report.places(),
                report.requests(),
                report.certificates(),
                List.of(new Round.Drift("link-a.b", new Reason(Reason.Kind.MISSING, ""))),
                true,
                false));
        reports.report(report);

        assertStatus(
                "connector/link-a",
                "observed",
                "put right at 2026-11-26T01:02:03Z, somebody else had changed it: MISSING");
        assertStatus("profile/p", "applied", "");
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

package studio.home.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Uid;
import studio.feed.frame.FlowReport;

class TrafficTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Uid LINK = new Uid(new UUID(0x0190_0000_0000_7000L, 1));
    private static final String ADDRESS = "van/" + LINK;
    private static final String SITE = "site/a";

    private final Traffic traffic = new Traffic(BEGAN);

    private static Instant at(long seconds) {
        return BEGAN.plusSeconds(seconds);
    }

    private static FlowReport report(String counter, long began, long bytes, FlowReport.Flow... flows) {
        FlowReport.Service service =
                new FlowReport.Service("listener/a:80", ADDRESS, false, bytes / 100, 1, bytes, 0, 0, 0, 0, 0);
        return new FlowReport(counter, at(began), "van-a", "", List.of(service), List.of(), List.of(flows), 0);
    }

    private static FlowReport.Flow flow(String id) {
        return new FlowReport.Flow(
                id,
                "listener/a:80",
                ADDRESS,
                "127.0.0.1:1",
                BEGAN,
                Optional.empty(),
                1,
                1,
                Optional.empty(),
                Optional.empty());
    }

    private Traffic.Service service(long seconds) {
        return traffic.services(at(seconds)).getFirst();
    }

    @Test
    void shouldAddUpAndTellTheRateOfTheLastTenSeconds() {
        traffic.take(SITE, report("life", 1, 1_000), at(1));
        traffic.take(SITE, report("life", 1, 3_000), at(5));

        assertThat(service(6).totals().toServer()).isEqualTo(3_000);
        assertThat(service(6).bytesPerSecond()).isEqualTo(300);
        assertThat(service(12).bytesPerSecond()).isEqualTo(200);
        assertThat(service(16).bytesPerSecond()).isZero();
    }

    @Test
    void shouldMakeUpForAReportThatWasLost() {
        traffic.take(SITE, report("life", 1, 1_000), at(1));
        traffic.take(SITE, report("life", 1, 9_000), at(9));

        assertThat(service(9).totals().toServer()).isEqualTo(9_000);
    }

    @Test
    void shouldGoOnWhenTheAgentBeginsAnew() {
        traffic.take(SITE, report("life", 1, 1_000), at(1));
        traffic.take(SITE, report("next life", 2, 500), at(3));

        assertThat(service(3).totals().toServer()).isEqualTo(1_500);
    }

    @Test
    void shouldNotCountWhatHappenedBeforeTheHomeBegan() {
        traffic.take(SITE, report("life", -100, 1_000), at(1));
        traffic.take(SITE, report("life", -100, 1_250), at(2));

        assertThat(service(2).totals().toServer()).isEqualTo(250);
    }

    @Test
    void shouldNotTakeMoreThanItShould() {
        assertThat(traffic.take(SITE, report("life", 1, 100), at(1))).isTrue();
        assertThat(traffic.take(SITE, report("life", 1, 200), at(1))).isFalse();
        assertThat(traffic.take("site/b", report("other", 1, 200), at(1))).isTrue();
    }

    @Test
    void shouldKeepTheNewestFlows() {
        int reports = Traffic.MAX_FLOWS / FlowReport.MAX_FLOWS + 1;
        for (int i = 0; i < reports; i++) {
            int first = i * FlowReport.MAX_FLOWS;
            traffic.take(
                    SITE,
                    report(
                            "life",
                            1,
                            1,
                            IntStream.range(first, first + FlowReport.MAX_FLOWS)
                                    .mapToObj(number -> flow("f" + number))
                                    .toArray(FlowReport.Flow[]::new)),
                    at(i));
        }

        assertThat(traffic.flows()).hasSize(Traffic.MAX_FLOWS);
        assertThat(traffic.flows().getFirst().flow().id()).isEqualTo("f" + (reports * FlowReport.MAX_FLOWS - 1));
    }

    @Test
    void shouldForgetASiteThatIsGoneOrSilentForLong() {
        traffic.take(SITE, report("life", 1, 100, flow("f")), at(1));
        traffic.take("site/b", report("other", 1, 100, flow("g")), at(500));

        traffic.tick(at(602));
        assertThat(traffic.flows()).extracting(Traffic.Flow::site).containsExactly("site/b");
        assertThat(traffic.router(SITE)).isEmpty();

        traffic.forget("site/b");
        assertThat(traffic.services(at(602))).isEmpty();
        assertThat(traffic.flows()).isEmpty();
    }

    @Test
    void shouldRememberAQuarterOfAnHour() {
        traffic.tick(at(0));
        for (int i = 1; i <= 2_000; i++) {
            traffic.take(SITE, report("life", 1, i * 100L), at(i));
            traffic.tick(at(i));
        }

        List<History.Point> points = traffic.history().points();
        assertThat(points).hasSize(90);
        assertThat(Duration.between(points.getFirst().at(), points.getLast().at()))
                .isEqualTo(Duration.ofSeconds(890));
        assertThat(points).allSatisfy(point -> {
            assertThat(point.total().toServer()).isEqualTo(1_000);
            assertThat(point.links()).containsOnlyKeys(LINK);
        });
    }

    @Test
    void shouldReadAddresses() {
        Uid site = new Uid(new UUID(0x0190_0000_0000_7000L, 2));
        assertThat(ServiceAddress.parse("van/closest/" + LINK)).contains(new ServiceAddress(LINK, Optional.empty()));
        assertThat(ServiceAddress.parse("van/" + LINK + "/c/" + site))
                .contains(new ServiceAddress(LINK, Optional.empty()));
        assertThat(ServiceAddress.parse("van/" + LINK + "/s/" + site))
                .contains(new ServiceAddress(LINK, Optional.of(site)));
        for (String odd : List.of("", "van", "van/", "van/x", "/", "van/closest", "van/" + LINK + "/s/x")) {
            assertThat(ServiceAddress.parse(odd)).as(odd).isEmpty();
        }
    }
}

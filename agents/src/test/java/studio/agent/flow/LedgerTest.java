package studio.agent.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.junit.jupiter.api.Test;
import studio.feed.frame.FlowReport;

/** What a router's records come to, without a router. */
class LedgerTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ADDRESS = "van/link";

    private final Ledger ledger = new Ledger("life", BEGAN);
    private final Source source = new Source(ledger, "van-site");

    private static Map<Object, Object> record(int type, String id, Object... attributes) {
        Map<Object, Object> map = new HashMap<>();
        map.put(UnsignedInteger.valueOf(Codes.RECORD_TYPE), UnsignedInteger.valueOf(type));
        map.put(UnsignedInteger.valueOf(Codes.IDENTITY), id);
        for (int i = 0; i < attributes.length; i += 2) {
            map.put(UnsignedInteger.valueOf((Integer) attributes[i]), attributes[i + 1]);
        }
        return map;
    }

    private static UnsignedLong number(long value) {
        return UnsignedLong.valueOf(value);
    }

    private static UnsignedLong after(long seconds) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, BEGAN.plusSeconds(seconds)));
    }

    private void says(Object... records) {
        source.take(FlowRecord.read(Optional.of(Arrays.asList(records))), BEGAN.plusSeconds(1));
    }

    private static Map<Object, Object> router(String name) {
        return record(Codes.ROUTER, "r:0", Codes.NAME, "0/" + name, Codes.BUILD_VERSION, "3.5.1");
    }

    private static Map<Object, Object> listener(long began, long opened) {
        return record(
                Codes.LISTENER,
                "r:1",
                Codes.START_TIME,
                after(began),
                Codes.NAME,
                "studio-listener/orders:80",
                Codes.ADDRESS,
                ADDRESS,
                Codes.FLOW_COUNT,
                number(opened));
    }

    private FlowReport.Service service() {
        return ledger.take().orElseThrow().services().getFirst();
    }

    @Test
    void shouldCountWhatConnectionsCarryFromWhatChangesOfThem() {
        // Given
        says(router("van-site"), listener(1, 0));
        says(record(
                Codes.TCP_FLOW,
                "r:2",
                Codes.PARENT,
                "r:1",
                Codes.START_TIME,
                after(2),
                Codes.SOURCE_HOST,
                "127.0.0.1",
                Codes.SOURCE_PORT,
                "4711",
                Codes.OCTETS,
                number(10)));
        says(listener(1, 1));

        // When
        says(record(Codes.TCP_FLOW, "r:2", Codes.OCTETS, number(30), Codes.OCTETS_REVERSE, number(500)));
        says(record(Codes.TCP_FLOW, "r:2", Codes.LATENCY, number(700), Codes.END_TIME, after(3)));

        // Then
        FlowReport report = ledger.take().orElseThrow();
        assertThat(report.router()).isEqualTo("van-site");
        assertThat(report.version()).isEqualTo("3.5.1");
        assertThat(report.services())
                .containsExactly(
                        new FlowReport.Service("listener/orders:80", ADDRESS, false, 1, 0, 30, 500, 1, 700, 0, 0));
        assertThat(report.flows()).singleElement().satisfies(flow -> {
            assertThat(flow.client()).isEqualTo("127.0.0.1:4711");
            assertThat(flow.ended()).contains(BEGAN.plusSeconds(3));
            assertThat(flow.toClient()).isEqualTo(500);
        });
        assertThat(ledger.take()).isEmpty();
    }

    @Test
    void shouldCountAConnectionThatIsToldBeforeItsListener() {
        says(router("van-site"));
        says(record(Codes.TCP_FLOW, "r:2", Codes.PARENT, "r:1", Codes.START_TIME, after(2), Codes.OCTETS, number(10)));

        says(listener(1, 1));

        assertThat(service().toServer()).isEqualTo(10);
    }

    @Test
    void shouldNotCountAgainWhatAnEarlierAgentHasCounted() {
        // Given: a listener and a connection from before
        says(router("van-site"), listener(-100, 7));
        says(record(
                Codes.TCP_FLOW, "r:2", Codes.PARENT, "r:1", Codes.START_TIME, after(-5), Codes.OCTETS, number(1_000)));

        // When
        says(listener(-100, 8));
        says(record(Codes.TCP_FLOW, "r:2", Codes.OCTETS, number(1_010)));

        // Then
        FlowReport.Service service = service();
        assertThat(service.opened()).isEqualTo(1);
        assertThat(service.open()).isEqualTo(1);
        assertThat(service.toServer()).isEqualTo(10);
    }

    @Test
    void shouldCountErrorsAndSilence() {
        says(router("van-site"), listener(1, 0));
        for (int i = 2; i < 5; i++) {
            says(record(
                    Codes.TCP_FLOW,
                    "r:" + i,
                    Codes.PARENT,
                    "r:1",
                    Codes.START_TIME,
                    after(2),
                    Codes.OCTETS,
                    number(1),
                    Codes.OCTETS_REVERSE,
                    number(i == 2 ? 1 : 0)));
        }

        says(
                record(Codes.TCP_FLOW, "r:2", Codes.END_TIME, after(3)),
                record(Codes.TCP_FLOW, "r:3", Codes.END_TIME, after(3)),
                record(
                        Codes.TCP_FLOW,
                        "r:4",
                        Codes.END_TIME,
                        after(3),
                        Codes.ERROR_CONNECTOR_SIDE,
                        "Connection refused"));

        FlowReport report = ledger.take().orElseThrow();
        assertThat(report.services().getFirst().errors()).isEqualTo(1);
        assertThat(report.services().getFirst().silent()).isEqualTo(1);
        assertThat(report.flows()).extracting(FlowReport.Flow::error).contains(Optional.of("Connection refused"));
    }

    @Test
    void shouldCountAtTheSideOfTheServerWithoutTheRoutersOwnConnection() {
        says(router("van-site"));
        for (int count = 0; count < 4; count++) {
            says(record(
                    Codes.CONNECTOR,
                    "r:1",
                    Codes.START_TIME,
                    after(1),
                    Codes.NAME,
                    "studio-connector/web/http#1",
                    Codes.ADDRESS,
                    ADDRESS,
                    Codes.FLOW_COUNT,
                    number(count)));
        }

        FlowReport.Service service = service();
        assertThat(service.item()).isEqualTo("connector/web/http");
        assertThat(service.answers()).isTrue();
        assertThat(service.opened()).isEqualTo(2);
    }

    @Test
    void shouldTellOfLinks() {
        says(router("van-site"));
        says(record(
                Codes.LINK,
                "r:5",
                Codes.NAME,
                "studio-paris",
                Codes.OPER_STATUS,
                "up",
                Codes.OCTETS,
                number(4),
                Codes.OCTETS_REVERSE,
                number(5)));

        assertThat(ledger.take().orElseThrow().links())
                .containsExactly(new FlowReport.RouterLink("studio-paris", true, 4, 5));
    }

    @Test
    void shouldTakeNothingFromAnotherRouter() {
        says(listener(1, 5), router("van-other"));
        says(listener(1, 9));

        assertThat(ledger.take()).isEmpty();
        assertThat(source.asks()).isFalse();
    }

    @Test
    void shouldLeaveOutWhatIsNotOurs() {
        says(router("van-site"));
        says(record(Codes.LISTENER, "r:1", Codes.NAME, "by-hand", Codes.ADDRESS, "x", Codes.FLOW_COUNT, number(3)));

        assertThat(ledger.take()).isEmpty();
    }

    @Test
    void shouldSurviveWhateverARouterSays() {
        List<Object> odd = new ArrayList<>(List.of("text", 7, List.of(), Map.of("0", "x"), Map.of(0, "x", 1, 2)));
        odd.add(record(Codes.LISTENER, "", Codes.NAME, "x"));
        odd.add(record(Codes.LISTENER, "r:1", Codes.NAME, 4, Codes.FLOW_COUNT, "many"));
        odd.add(record(Codes.TCP_FLOW, "r:2", Codes.OCTETS, number(-1)));
        odd.add(record(99, "r:3"));
        says(router("van-site"));

        source.take(FlowRecord.read(Optional.of(odd)), BEGAN);
        source.take(FlowRecord.read(Optional.of("no list")), BEGAN);
        source.take(FlowRecord.read(Optional.empty()), BEGAN);

        assertThat(ledger.take()).isEmpty();
    }

    @Test
    void shouldKeepItsBoundsAndSayWhatItLost() {
        // Given
        says(router("van-site"));

        // When
        IntStream.range(0, RouterRecords.MAX_PARTS + 10)
                .forEach(i -> says(record(
                        Codes.LISTENER,
                        "r:" + i,
                        Codes.START_TIME,
                        after(1),
                        Codes.NAME,
                        "studio-listener/x:" + i,
                        Codes.ADDRESS,
                        ADDRESS,
                        Codes.FLOW_COUNT,
                        number(1))));

        // Then: parts that there is no room for, and tallies
        long services = 0;
        long lost = 0;
        Optional<FlowReport> report = ledger.take();
        while (report.isPresent()) {
            services += report.get().services().size();
            lost = report.get().lost();
            report = ledger.take();
        }
        assertThat(services).isEqualTo(Ledger.MAX_TALLIES);
        assertThat(lost).isEqualTo(10 + RouterRecords.MAX_PARTS - Ledger.MAX_TALLIES);
    }

    @Test
    void shouldGoOnCountingWhenTheRouterBeginsAnew() {
        // Given
        says(router("van-site"), listener(1, 3));
        says(record(Codes.TCP_FLOW, "r:2", Codes.PARENT, "r:1", Codes.START_TIME, after(2), Codes.OCTETS, number(10)));
        assertThat(service().open()).isEqualTo(1);

        // When
        ledger.ended();
        new Source(ledger, "van-site")
                .take(FlowRecord.read(Optional.of(List.of(router("van-site"), listener(30, 2)))), BEGAN);

        // Then
        FlowReport.Service service = service();
        assertThat(service.opened()).isEqualTo(5);
        assertThat(service.open()).isZero();
        assertThat(service.toServer()).isEqualTo(10);
    }

    @Test
    void shouldTellEverythingAgainWhenAsked() {
        says(router("van-site"), listener(1, 3));
        assertThat(service().opened()).isEqualTo(3);
        assertThat(ledger.take()).isEmpty();

        ledger.tellAll();

        assertThat(service().opened()).isEqualTo(3);
    }
}

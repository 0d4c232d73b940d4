package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.junit.jupiter.api.Test;
import studio.standin.amqp.AmqpMessage;

/** Flow records: who says what to whom, and when. */
class FlowConformanceTest extends ConformanceTest {

    private static final int ROUTER = 1;
    private static final int LISTENER = 4;
    private static final int CONNECTOR = 5;
    private static final int FLOW = 16;

    private final List<Integer> ports = ports(2);

    @Override
    void prepare() {
        EchoServer server = closing(new EchoServer("seen"));
        start(RouterFile.interior("flows")
                .management(ports.get(0))
                .with("address", Map.of("prefix", "mc", "distribution", "multicast"))
                .with("site", Map.of("name", "site-f", "location", "zone", "platform", "linux"))
                .with("tcpConnector", tcp("out", server.port()))
                .with("tcpListener", tcp("in", ports.get(1))));
        TcpProbe.awaitEcho(ports.get(1), "seen:x");
    }

    private static Map<String, Object> tcp(String name, int port) {
        return Map.of("name", name, "address", "seen", "host", "127.0.0.1", "port", Integer.toString(port));
    }

    private static AmqpMessage await(TestClient.In in, String subject) {
        AmqpMessage message = in.next();
        while (!subject.equals(message.properties().getSubject())) {
            message = in.next();
        }
        return message;
    }

    private static Object value(Map<?, ?> record, int code) {
        return Optional.<Object>ofNullable(record.get(UnsignedInteger.valueOf(code)))
                .orElse("");
    }

    private static Map<?, ?> awaitRecord(TestClient.In in, int type, Predicate<Map<?, ?>> wanted) {
        while (true) {
            for (Object record : (List<?>) await(in, "RECORD").body().orElseThrow()) {
                Map<?, ?> map = (Map<?, ?>) record;
                if (value(map, 0).equals(UnsignedInteger.valueOf(type)) && wanted.test(map)) {
                    return map;
                }
            }
        }
    }

    @Test
    void shouldTellWhatItHasAndWhatItCarries() {
        // Given
        TestClient client = client(ports.get(0));
        TestClient.In beacons = client.receiver("mc/sfe.all");
        // When
        AmqpMessage beacon = beacons.next(12_000).map(AmqpMessage::decode).orElseThrow();
        // Then
        assertThat(beacon.properties().getSubject()).isEqualTo("BEACON");
        assertThat(beacon.properties().getMessageId()).isInstanceOf(Long.class);
        assertThat(beacon.applicationProperties())
                .containsEntry("v", UnsignedInteger.valueOf(1))
                .containsEntry("sourceType", "ROUTER")
                .containsKeys("id", "address", "direct");
        // When
        String address = String.valueOf(beacon.applicationProperties().get("address"));
        TestClient.In records = client.receiver(address);
        TestClient.In flows = client.receiver(address + ".flows");
        // Then
        assertThat(await(records, "HEARTBEAT").applicationProperties())
                .containsEntry("id", beacon.applicationProperties().get("id"))
                .containsKeys("v", "now");
        // When
        Properties flush = new Properties();
        flush.setSubject("FLUSH");
        client.sender(String.valueOf(beacon.applicationProperties().get("direct")))
                .send(AmqpMessage.of(flush, Map.of(), "").encode());
        // Then
        List<Integer> missing = new ArrayList<>(List.of(ROUTER, LISTENER, CONNECTOR));
        while (!missing.isEmpty()) {
            for (Object record : (List<?>) await(records, "RECORD").body().orElseThrow()) {
                Map<?, ?> map = (Map<?, ?>) record;
                missing.remove(Integer.valueOf(((Number) value(map, 0)).intValue()));
                if (value(map, 0).equals(UnsignedInteger.valueOf(LISTENER))) {
                    assertThat(value(map, 30)).isEqualTo("in");
                    assertThat(value(map, 19)).isEqualTo("seen");
                    assertThat(value(map, 18)).isEqualTo(Integer.toString(ports.get(1)));
                }
            }
        }
        // When
        TcpProbe.echo(ports.get(1), "12345");
        // Then
        Map<?, ?> ended = awaitRecord(flows, FLOW, map -> value(map, 4) instanceof Number);
        assertThat(ended.containsKey(UnsignedInteger.valueOf(1))).isTrue();
    }
}

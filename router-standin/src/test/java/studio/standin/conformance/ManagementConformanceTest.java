package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers. */
class ManagementConformanceTest extends ConformanceTest {

    private static final String ROUTER = "io.skupper.router.";

    private int port;
    private Optional<ManagementClient> managing = Optional.empty();

    @Override
    void prepare() {
        port = port();
        start(RouterFile.interior("one").management(port));
        managing = Optional.of(manage(port));
    }

    private ManagementClient management() {
        return managing.orElseThrow();
    }

    private static Map<String, Object> tcp(String address, Object port) {
        return Map.of("address", address, "host", "127.0.0.1", "port", port);
    }

    @Test
    void shouldCreateReadAndDelete() {
        // When
        var created = management().create("tcpListener", "whole", tcp("whole", 9));
        // Then
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.map().get("identity")).isEqualTo("tcpListener/127.0.0.1:9:whole");
        assertThat(created.map().get("port")).isEqualTo("9");
        assertThat(created.map().get("observer")).isEqualTo("auto");
        assertThat(created.map().get("authenticatePeer")).isEqualTo(false);
        assertThat(created.map().containsKey("siteId")).isFalse();
        assertThat(management().read("tcpListener", "whole").map().get("address"))
                .isEqualTo("whole");
        assertThat(management().delete("tcpListener", "whole").code()).isEqualTo(204);
        assertThat(management().read("tcpListener", "whole").code()).isEqualTo(404);
    }

    @Test
    void shouldRefuseANameThatIsTakenByAnyType() {
        // Given
        management().create("sslProfile", "taken", Map.of());
        // Then
        assertThat(management().create("sslProfile", "taken", Map.of()).code()).isEqualTo(400);
        assertThat(management().create("tcpConnector", "taken", tcp("x", 9)).description())
                .contains("duplicates unique attribute 'name'");
    }

    @ParameterizedTest
    @CsvSource({
        "sslProfile,bogus,1,400,Unknown attribute 'bogus'",
        "tcpListener,bytesIn,1,400,Cannot set attribute 'bytesIn' in CREATE",
        "nosuch,a,1,400,No such entity type",
        "tcpListener,address,a,500,KeyError",
        "tcpListener,port,1,500,Exactly one of",
        "connector,role,bogus,400,Invalid value for enum",
        "tcpListener,authenticatePeer,maybe,400,Invalid Boolean value",
        "sslProfile,ordinal,x,400,invalid literal for int()",
        "router,id,x,501,not implemented",
    })
    void shouldRefuseWhatCannotBeCreated(String type, String attribute, String value, int code, String words) {
        // When
        var refused = management().create(type, "refused", Map.of(attribute, value));
        // Then
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.description()).contains(words);
        assertThat(management()
                        .ask(Map.of("operation", "READ", "name", "refused"), Map.of())
                        .code())
                .isEqualTo(404);
    }

    @Test
    void shouldRefuseAUserOfAProfileThatIsNotThere() {
        var refused = management()
                .create("connector", "nobody", Map.of("host", "localhost", "port", "1", "sslProfile", "nope"));
        assertThat(refused.code()).isEqualTo(500);
        assertThat(refused.description()).contains("Not found: sslProfile 'nope' not found");
    }

    @Test
    void shouldLoseANameThatStandsInTheBodyAlone() {
        // When
        var created =
                management().ask(Map.of("operation", "CREATE", "type", ROUTER + "sslProfile"), Map.of("name", "lost"));
        // Then
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.map().get("name")).isEqualTo("sslProfile/None");
        assertThat(management()
                        .ask(
                                Map.of("operation", "DELETE", "type", ROUTER + "sslProfile", "name", "sslProfile/None"),
                                Map.of())
                        .code())
                .isEqualTo(204);
    }

    @Test
    void shouldRefuseNamesThatContradictEachOther() {
        var refused = management().create("sslProfile", "one-name", Map.of("name", "another"));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.description()).contains("Conflicting values for 'name'");
    }

    @Test
    void shouldExecuteNothingThatSaysNowhereToAnswerTo() {
        // When
        management()
                .sendWithoutReplyTo(
                        Map.of("operation", "CREATE", "type", ROUTER + "sslProfile", "name", "unheard"), Map.of());
        // Then
        assertThat(management().read("sslProfile", "unheard").code()).isEqualTo(404);
    }

    @Test
    void shouldAcceptEveryTransferAndTellTheOutcomeInTheAnswerAlone() {
        // Given
        TestClient client = client(port);
        // When
        var outcome = client.sender("$management")
                .send(studio.standin.amqp.AmqpMessage.of(
                                new org.apache.qpid.proton.amqp.messaging.Properties(),
                                Map.of("operation", "FROB"),
                                "x")
                        .encode());
        // Then
        assertThat(outcome).isInstanceOf(Accepted.class);
    }

    @Test
    void shouldRefuseUpdatesOfWhatHasNone() {
        // Given
        management().create("tcpConnector", "fixed", tcp("fixed", 9));
        management().create("tcpListener", "half-fixed", tcp("half", 9));
        // Then
        assertThat(management()
                        .update("tcpConnector", "fixed", Map.of("port", "10"))
                        .code())
                .isEqualTo(501);
        assertThat(management()
                        .update("tcpListener", "half-fixed", Map.of("address", "b"))
                        .code())
                .isEqualTo(400);
        assertThat(management()
                        .update("tcpListener", "half-fixed", Map.of("address", "half", "observer", "none"))
                        .code())
                .isEqualTo(200);
        management().delete("tcpConnector", "fixed");
        management().delete("tcpListener", "half-fixed");
    }

    @Test
    void shouldShowWhatARefusedUpdateAskedFor() {
        // Given
        management().create("sslProfile", "sticky", Map.of("ordinal", 5, "oldestValidOrdinal", 1));
        // When
        var refused = management().update("sslProfile", "sticky", Map.of("oldestValidOrdinal", 9));
        // Then
        assertThat(refused.code()).isEqualTo(500);
        assertThat(management().read("sslProfile", "sticky").map().get("oldestValidOrdinal"))
                .isEqualTo(9);
        assertThat(management()
                        .update("sslProfile", "sticky", Map.of("caCertFile", "/x"))
                        .code())
                .isEqualTo(500);
        assertThat(management()
                        .update("sslProfile", "sticky", Map.of("ordinal", 5, "oldestValidOrdinal", 2))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void shouldRefuseTheWrongTypeAndTheNameless() {
        // Given
        management().create("sslProfile", "typed", Map.of());
        // Then
        assertThat(management().read("connector", "typed").code()).isEqualTo(400);
        assertThat(management()
                        .ask(Map.of("operation", "READ", "type", ROUTER + "sslProfile"), Map.of())
                        .code())
                .isEqualTo(400);
        assertThat(management()
                        .ask(Map.of("operation", "FROB", "type", ROUTER + "sslProfile"), Map.of())
                        .code())
                .isEqualTo(400);
        assertThat(management().ask(Map.of("operation", "FROB"), Map.of()).code())
                .isEqualTo(501);
        assertThat(management()
                        .ask(Map.of("operation", "FROB", "name", "typed"), Map.of())
                        .code())
                .isEqualTo(501);
        assertThat(management()
                        .ask(Map.of("type", ROUTER + "sslProfile"), Map.of())
                        .code())
                .isEqualTo(400);
    }

    @Test
    void shouldFailOnABodyThatIsNoMap() {
        Map<String, Object> create = Map.of("operation", "CREATE", "type", ROUTER + "sslProfile", "name", "bodiless");
        assertThat(management().ask(create, "text").code()).isEqualTo(500);
        assertThat(management().ask(create, Optional.empty()).code()).isEqualTo(500);
    }

    @Test
    void shouldAnswerAQueryByColumns() {
        // Given
        management().create("sslProfile", "column-a", Map.of("ordinal", 4));
        // When
        var all = management().query("sslProfile");
        var some = management().query("sslProfile", "name", "ordinal", "password");
        // Then
        assertThat(all.rows()).anySatisfy(row -> assertThat(row).containsEntry("name", "column-a"));
        assertThat((List<?>) all.map().get("attributeNames"))
                .map(Object::toString)
                .contains("name", "identity", "type", "ciphers", "caCertFile", "uidFormat");
        assertThat(some.rows())
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("name", "column-a")
                        .containsEntry("ordinal", 4)
                        .containsEntry("password", null));
        assertThat(management().query("sslProfile", "zzz").code()).isEqualTo(404);
    }

    @Test
    void shouldTurnNumbersOfTheConfigurationIntoSmallOnes() {
        // When
        management().create("sslProfile", "numbers", Map.of("ordinal", UnsignedInteger.valueOf(3)));
        // Then
        assertThat(management().read("sslProfile", "numbers").map().get("ordinal"))
                .isEqualTo(3);
        assertThat(management()
                        .update("sslProfile", "numbers", Map.of("ordinal", "7"))
                        .map()
                        .get("ordinal"))
                .isEqualTo(7);
    }

    @Test
    void shouldGiveBackCorrelationsAsEachAgentDoes() {
        Map<String, Object> configuration = Map.of("operation", "QUERY", "entityType", ROUTER + "router");
        Map<String, Object> core = Map.of("operation", "QUERY", "entityType", ROUTER + "connection");
        UUID id = UUID.randomUUID();

        management().send(configuration, Optional.of(Map.of()), 12L);
        assertThat(management().reply().correlation()).isEqualTo(12);
        management().send(core, Optional.of(Map.of()), id);
        assertThat(management().reply().correlation()).isEqualTo(id);
        management().send(configuration, Optional.of(Map.of()), "text");
        assertThat(management().reply().correlation()).isEqualTo("text");
    }

    @Test
    void shouldNeverAnswerSomeRequestsToTheCore() {
        // Given
        management().create("router.config.address", "kept", Map.of("prefix", "kept"));
        // When
        management()
                .send(
                        Map.of("operation", "UPDATE", "type", ROUTER + "router.config.autoLink", "name", "kept"),
                        Optional.of(Map.of()),
                        "a");
        management().send(Map.of("operation", "READ", "type", ROUTER + "router.link"), Optional.of(Map.of()), "b");
        // Then
        assertThat(management().silentFor(300)).isTrue();
        assertThat(management().query("router").code()).isEqualTo(200);
    }

    @Test
    void shouldNameColumnsItDoesNotKnowOfTheCore() {
        var answer = management().query("connection", "identity", "zzz");
        assertThat((List<?>) answer.map().get("attributeNames"))
                .map(Object::toString)
                .containsExactly("identity", "name");
    }

    @Test
    void shouldShowItsOwnClientAmongTheConnections() {
        // When
        Map<String, Object> row =
                management().awaitRow("connection", candidate -> "test-client".equals(candidate.get("container")));
        // Then
        assertThat(row)
                .containsEntry("role", "normal")
                .containsEntry("dir", "in")
                .containsEntry("opened", true)
                .containsEntry("isEncrypted", false)
                .containsEntry("user", "anonymous");
        assertThat(row.get("uptimeSeconds")).isInstanceOf(UnsignedInteger.class);
    }

    @Test
    void shouldCloseAClientsConnectionOnDemand() {
        // Given
        TestClient victim = client(port);
        Object identity = management().rows("connection").getLast().get("identity");
        // When
        var answer = management()
                .ask(
                        Map.of("operation", "UPDATE", "type", ROUTER + "connection", "identity", identity),
                        Map.of("adminStatus", "deleted"));
        // Then
        assertThat(answer.code()).isEqualTo(200);
        assertThat(victim.awaitClosed()).isNotEmpty();
    }

    @Test
    void shouldForbidToDeleteAConnection() {
        Object identity = management().rows("connection").getFirst().get("identity");
        var answer = management()
                .ask(Map.of("operation", "DELETE", "type", ROUTER + "connection", "identity", identity), Map.of());
        assertThat(answer.code()).isEqualTo(403);
    }

    @Test
    void shouldAdmitAConnectorToADeadPortAndTellWhyItIsNotConnected() {
        // When
        int dead = port();
        var created =
                management().create("connector", "dead", Map.of("host", "localhost", "port", Integer.toString(dead)));
        // Then
        assertThat(created.code()).isEqualTo(201);
        Map<String, Object> row = management()
                .awaitRow(
                        "connector",
                        candidate ->
                                String.valueOf(candidate.get("connectionMsg")).contains("Connection refused"));
        assertThat(row).containsEntry("connectionStatus", "CONNECTING");
        assertThat(management().delete("connector", "dead").code()).isEqualTo(204);
    }

    @Test
    void shouldGiveNoCreditTowardsARouterThatIsNotThere() {
        // When
        TestClient.Out link = client(port).sender("amqp:/_topo/0/nosuch/$management");
        // Then
        assertThat(link.accepted()).isTrue();
        assertThat(link.creditWithin(300)).isFalse();
    }

    @Test
    void shouldReadSingletonsOfItsOwn() {
        assertThat(management().query("router").rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", "one").containsEntry("mode", "interior"));
        assertThat(management().rows("router.node"))
                .anySatisfy(row -> assertThat(row).containsEntry("id", "one"));
        assertThat(client(port).properties()).containsKeys("product", "version");
    }
}

package studio.agent.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;

/** Claims against a server that answers what the test says. */
class EnrollerTest {

    private static final String CLAIMED = """
            {"state":"claimed","installation":"studio",
             "site":{"name":"hq","uid":"00000000-0000-0001-0000-000000000001"},
             "network":{"name":"shop","uid":"00000000-0000-0001-0000-000000000002"},
             "vanId":"van","routerId":"van-1","certificate":"CHAIN","trust":"TRUST","root":"ROOT",
             "feed":{"host":"home.example","port":8500,"uri":"spiffe://studio/network/2/home/3"}}""";

    private static final Claim CLAIM =
            new Claim(Optional.of(Name.of("hq")), "linux", Map.of("city", "Oslo"), AcceptancePolicy.ACCEPT_ALL);

    @TempDir
    private Path directory;

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<JsonObject> claims = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/claims", exchange -> {
            claims.add(new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Enrolment enrol() throws IOException, Enroller.RefusedException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/claims");
        return new Enroller(new EnrolmentFiles(directory), progress::add, new Random(1))
                .enrol(new JoinBundle(url, "token", Optional.empty()), CLAIM);
    }

    @Test
    void shouldAskWithTheSameKeyUntilItIsLetIn() throws Exception {
        // Given
        answers.add(new Answer(202, "{\"state\":\"pending\",\"detail\":\"the network is not active yet\"}"));
        answers.add(new Answer(503, "{\"code\":\"unavailable\",\"detail\":\"not now\"}"));
        answers.add(new Answer(200, CLAIMED));

        // When
        Enrolment enrolment = enrol();

        // Then
        assertThat(enrolment.role()).isEqualTo(Enrolment.Role.MEMBER);
        assertThat(enrolment.feed().port()).isEqualTo(8500);
        assertThat(claims).hasSize(3).allSatisfy(claim -> {
            assertThat(claim.getString("token")).isEqualTo("token");
            assertThat(claim.getJsonObject("policy").getString("accept")).isEqualTo("accept-all");
            assertThat(claim.getJsonObject("metadata").getString("city")).isEqualTo("Oslo");
            assertThat(claim.getString("certificateRequest"))
                    .isEqualTo(claims.getFirst().getString("certificateRequest"));
        });
        assertThat(progress).containsExactly("waits: the network is not active yet", "not now; asks again");
    }

    @Test
    void shouldFillItsDirectory() throws Exception {
        answers.add(new Answer(200, CLAIMED));

        Enrolment enrolment = enrol();

        assertThat(new EnrolmentFiles(directory).read()).contains(enrolment);
        assertThat(directory.resolve("root.pem")).hasContent("ROOT");
        assertThat(directory.resolve("trust.pem")).hasContent("TRUST");
        assertThat(directory.resolve("keys/1/chain.pem")).hasContent("CHAIN");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys/1/key.pem"))))
                .isEqualTo("rw-------");
        assertThat(new EnrolmentFiles(directory).keys().newestOrdinal()).contains(1);
    }

    @Test
    void shouldKeepHowItConnectsToTheBackbone() throws Exception {
        String links = """
                ,"links":[{"name":"paris","attachment":"00000000-0000-0001-0000-000000000003",
                 "accessPoint":"00000000-0000-0001-0000-000000000004","host":"paris.example","port":45671,
                 "authority":"POINTS","priority":2}]}""";
        answers.add(new Answer(200, CLAIMED.substring(0, CLAIMED.length() - 1) + links));

        Enrolment enrolment = enrol();

        assertThat(enrolment.links()).singleElement().satisfies(link -> {
            assertThat(link.target().host()).isEqualTo("paris.example");
            assertThat(link.target().port()).isEqualTo(45_671);
            assertThat(link.target().authority()).isEqualTo("POINTS");
            assertThat(link.priority()).isEqualTo(2);
        });
        assertThat(new EnrolmentFiles(directory).read()).contains(enrolment);
    }

    @Test
    void shouldDoWithoutLinksWhereTheAnswerOrTheDirectoryIsOfAnEarlierVersion() throws Exception {
        answers.add(new Answer(200, CLAIMED));
        Path file = directory.resolve("enrolment.json");

        assertThat(enrol().links()).isEmpty();

        JsonObject earlier = new JsonObject(Files.readString(file));
        earlier.remove("links");
        Files.writeString(file, earlier.encode());
        assertThat(new EnrolmentFiles(directory).read().orElseThrow().links()).isEmpty();
    }

    @Test
    void shouldStopAtWhatWillNotPass() {
        answers.add(new Answer(
                410,
                "{\"code\":\"invitation-revoked\",\"detail\":\"invitation 'x' was revoked\",\"retryable\":false}"));

        Enroller.RefusedException refused = catchThrowableOfType(Enroller.RefusedException.class, this::enrol);

        assertThat(refused).hasMessage("invitation 'x' was revoked [invitation-revoked]");
        assertThat(refused.advice()).containsExactly("Ask whoever invited you for another invitation.");
        assertThat(claims).hasSize(1);
        assertThat(directory.resolve("enrolment.json")).doesNotExist();
    }

    @Test
    void shouldNameTheFieldsThatAreWrong() {
        answers.add(new Answer(
                422,
                "{\"code\":\"invalid-value\",\"detail\":\"the invitation asks for it\",\"retryable\":false,"
                        + "\"errors\":[{\"pointer\":\"/metadata/city\",\"detail\":\"the invitation asks for it\"}]}"));

        Enroller.RefusedException refused = catchThrowableOfType(Enroller.RefusedException.class, this::enrol);

        assertThat(refused).hasMessageContaining("/metadata/city the invitation asks for it");
    }

    @Test
    void shouldSayThatSomebodyElseAnswers() {
        answers.add(new Answer(200, "<html>"));

        Enroller.RefusedException refused = catchThrowableOfType(Enroller.RefusedException.class, this::enrol);

        assertThat(refused).hasMessageContaining("is no Studio");
    }
}

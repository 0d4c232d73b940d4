package studio.projection.origin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.projection.testing.StudioServers;

/** What goes to the command service, seen from both sides. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class CommandGatewayIT {

    /** A service that answers with what it was asked. */
    private static HttpServer echo() throws IOException {
        URI url = ConfigProvider.getConfig().getValue("studio.command.url", URI.class);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()), 0);
        server.createContext("/", CommandGatewayIT::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String headers = exchange.getRequestHeaders().entrySet().stream()
                .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + String.join(",", header.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + headers + "\n\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Studio-Position", "backbone/acme@1");
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void shouldPassCommandsOnWithWhereTheyCameFrom() throws IOException {
        HttpServer server = echo();
        try {
            given().contentType(ContentType.JSON)
                    .body("{\"name\": \"acme\"}")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("Connection", "close, X-Secret-Hop")
                    .header("X-Secret-Hop", "for you alone")
                    .post("/api/v1/backbones?dryRun=true")
                    .then()
                    .statusCode(201)
                    .header("Studio-Position", "backbone/acme@1")
                    .body(containsString("POST /api/v1/backbones?dryRun=true"))
                    .body(containsString("x-forwarded-for: 203.0.113.7,127.0.0.1"))
                    .body(containsString("x-forwarded-host: 127.0.0.1"))
                    .body(containsString("{\"name\": \"acme\"}"))
                    .body(not(containsString("secret")));
            given().get("/api/v1/commands/abc").then().statusCode(201).body(containsString("GET /api/v1/commands/abc"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldSayThatTheCommandServiceIsAway() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/backbones")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", is("unavailable"));
    }

    @Test
    void shouldRefuseALongBodyItself() {
        given().contentType(ContentType.JSON)
                .body("x".repeat(1 << 21))
                .post("/api/v1/backbones")
                .then()
                .statusCode(413)
                .body("code", is("body-too-large"));
    }

    @Test
    void shouldDescribeProblemsInWhateverTypeIsAskedFor() {
        given().get("/problems/in-use")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", is(409));
        given().accept("text/html")
                .get("/problems/in-use")
                .then()
                .contentType("text/html")
                .body(containsString("<h1>Still in use"));
        given().accept("text/plain").get("/problems/in-use").then().body(containsString("409 Still in use (in-use)"));
        given().get("/problems/none").then().statusCode(404).body("code", is("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/networks/shop/sites/paris", "/libraries/acme/images/web/versions/1.4.2"})
    void shouldAnswerTheUserConsolesAddressesWithItsPage(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("src=\"/assets/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/", "/admin/backbones/acme/topology"})
    void shouldAnswerTheAdministratorConsolesAddressesWithItsPage(String path) {
        given().get(path).then().statusCode(200).contentType("text/html").body(containsString("src=\"/admin/assets/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/networksandmore", "/api/v1/nowhere", "/assets/gone.js", "/admin/assets/gone.js"})
    void shouldNotFindWhatIsNoAddressOfAConsole(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("immutable")))
                .body(not(containsString("<script")));
    }

    @Test
    void shouldLetBrowsersKeepFilesThatAreNamedByTheirContent() {
        String page = given().get("/").asString();
        String script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");

        given().header("Accept-Encoding", "gzip")
                .get(script)
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("immutable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/me", "/nowhere"})
    void shouldTellBrowsersToRunNothingOfOthers(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff");
    }
}

package studio.command;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A user of the running service. */
final class Studio {

    static final String PASSWORD = "correct horse battery staple";

    private static final Map<Path, Studio> ADMINISTRATORS = new ConcurrentHashMap<>();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String token;

    private Studio(String token) {
        this.token = token;
    }

    /** The first administrator, with an API token; one for each installation. */
    static Studio administrator() {
        return ADMINISTRATORS.computeIfAbsent(dataDir(), directory -> signedIn("admin", administratorPassword()));
    }

    /** A user with these roles, as JSON, with an API token. */
    static Studio user(String name, String roles) {
        register(name, roles);
        return signedIn(name, PASSWORD);
    }

    /** Makes a user with these roles, as JSON, and the usual password. */
    static void register(String name, String roles) {
        administrator()
                .send("{\"name\":\"" + name + "\",\"roles\":" + roles + ",\"password\":\"" + PASSWORD + "\"}")
                .post("/api/v1/users")
                .then()
                .statusCode(201);
    }

    /** Whoever has that API token. */
    static Studio withToken(String token) {
        return new Studio(token);
    }

    private static Studio signedIn(String name, String password) {
        return new Studio(token(name, cookie(name, password), "[\"read\",\"write\"]"));
    }

    static String cookie(String name, String password) {
        Response answer = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> signIn(name, password), response -> response.statusCode() == 200);
        return answer.cookie("studio-session");
    }

    static Response signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .post("/api/v1/sign-in");
    }

    /** A new API token of that user. */
    static String token(String name, String cookie, String scopes) {
        return given().cookie("studio-session", cookie)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + uniqueName("token") + "\",\"scopes\":" + scopes + "}")
                .post("/api/v1/users/" + name + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static String administratorPassword() {
        Path file = dataDir().resolve("admin-password");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path dataDir() {
        return Path.of(ConfigProvider.getConfig().getValue("studio.data-dir", String.class));
    }

    static String uniqueName(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    /** A request with this user's token. */
    RequestSpecification ask() {
        return given().header("Authorization", "Bearer " + token);
    }

    /** A request with this user's token and a body. */
    RequestSpecification send(String json) {
        return ask().contentType(ContentType.JSON).body(json);
    }
}

package studio.projection.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Name;

/** The service under test, with the log before it and its HTTP interface behind it. */
public final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<String> known = new HashSet<>();
    private final History history = new History();
    private final Tenants tenants = new Tenants(history);
    private final Supplier<String> servers;

    /** The service that the test's configuration tells of. */
    public Service() {
        this.servers = () -> ConfigProvider.getConfig().getValue("studio.kafka.bootstrap-servers", String.class);
    }

    /** A part of the service, with its log there. */
    public Service(String bootstrapServers) {
        this.servers = () -> bootstrapServers;
    }

    /** What has happened. */
    public History history() {
        return history;
    }

    /** Who is there; whatever is told here reaches the service with {@link #append}. */
    public Tenants tenants() {
        return tenants;
    }

    /** Appends to the log what was told since the last time. */
    public void append() {
        append(tenants.take());
    }

    /** Appends to the log what this service's history told. */
    public void append(List<History.Told> told) {
        try (TestLog log = TestLog.of(servers.get())) {
            log.append(told);
        }
    }

    /** Moves a site of that backbone so many times. */
    public void relocate(String backbone, int times) {
        for (int i = 0; i < times; i++) {
            Optional<String> location =
                    Optional.of("room " + history.of(Stories.backbone(backbone)).size());
            tenants.give(
                    Stories.ROOT,
                    Stories.backbone(backbone),
                    new BackboneCommand.ChangeInteriorSite(Name.of("east"), location));
        }
        append();
    }

    /** A request of that user that sees all that has happened. */
    public RequestSpecification as(String user) {
        if (known.add(user)) {
            await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
            // The token itself has to be in the tables before anybody can wait for more, and a service that waits says
            // so at last.
            await().atMost(PATIENCE).until(() -> bearer(user).get("/api/v1/me").statusCode() == 200);
            await().atMost(PATIENCE)
                    .until(() -> afterAll(user).get("/api/v1/me").statusCode() == 200);
        }
        return afterAll(user);
    }

    private RequestSpecification afterAll(String user) {
        String everything = history.streams().stream()
                .map(stream -> stream + "@" + history.of(stream).size())
                .collect(Collectors.joining(","));
        return bearer(user).header("Studio-Min-Position", everything);
    }

    /** A request of that user. */
    public static RequestSpecification bearer(String user) {
        return given().header("Authorization", "Bearer " + Tenants.token(user));
    }

    /** The names of all items of a list, read in pages of that size. */
    public List<String> pages(String user, String list, int limit) {
        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            RequestSpecification request = as(user).queryParam("limit", limit);
            after.ifPresent(next -> request.queryParam("after", next));
            Response page = request.get(list);
            page.then().statusCode(200);
            names.addAll(page.path("items.name"));
            after = Optional.ofNullable(page.path("next"));
        } while (after.isPresent());
        return names;
    }

    /** Watches the audit as that user. */
    public static EventStream watch(String user, Optional<String> lastEventId) throws IOException {
        URI audit = URI.create("http://localhost:" + RestAssured.port + "/api/v1/audit");
        return EventStream.open(audit, Tenants.token(user), lastEventId);
    }
}

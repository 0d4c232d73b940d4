package studio.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static studio.system.Tenant.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.embedded.Distribution;
import studio.system.ApiClient.Answer;
import studio.system.ApiDescription.Route;

/**
 * Every route that the interface's descriptions name, asked by everybody whom it does not concern: nobody learns anything of another
 * tenant's objects, not even that they are there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersIT {

    private static final String API = "/api/v1";
    private static final String NONE = "none-such";
    private static final Map<String, Integer> MUCH =
            Map.of("networks", 10, "sitesPerNetwork", 100, "invitationsPerNetwork", 100, "commandsPerSecond", 10_000);

    private StudioSystem system;
    private ApiClient admin;
    private ApiClient auditor;
    private Participants participants;
    private Tenant alpha;
    private Tenant beta;
    private TenantObjects objects;
    private List<Route> routes;

    @BeforeAll
    void start() {
        system = StudioSystem.shared();
        admin = system.administrator();
        participants = new Participants(system, admin);
        auditor = Tenant.signIn("walk-audrey", "auditor", admin, system);
        alpha = tenant("alpha");
        beta = tenant("beta");
        participants.give(
                Actor.CERT_ORCHESTRATOR,
                StreamType.AUTHORITY.key(Name.of("root")),
                new RequestCertificate(
                        new CertificateSubject(CertificateSubject.Kind.ROOT, Name.of("root")), Optional.empty()));
        Answer command = done(alpha.networkOwner().patch("/networks/alpha-shop/site-classes/gold", Map.of()));
        objects = new TenantObjects(
                admin, "alpha", command.header("Studio-Command-Id").orElseThrow());
        Path reference = Distribution.find().project().resolve("docs/reference");
        routes = Stream.of("openapi.yaml", "openapi-command.yaml")
                .map(document -> ApiDescription.read(reference.resolve(document)))
                .flatMap(description -> description.routes().stream())
                .filter(route -> route.path().startsWith(API))
                .distinct()
                .toList();
    }

    @AfterAll
    void stop() {
        participants.close();
    }

    /** A tenant that has at least one object of every kind. */
    private Tenant tenant(String name) {
        Tenant tenant = Tenant.begin(name, admin, system, participants);
        for (String user : List.of(name + "-bea", name + "-nora")) {
            done(admin.put("/users/" + user + "/quota", MUCH));
        }
        CustomerPremStory story = new CustomerPremStory(tenant, name + "-shop");
        story.createNetwork();
        story.inviteHeadquarters();
        story.invokeAtHeadquarters();
        story.makeClassGold();
        story.inviteCustomer("customer-a");
        story.invokeAtCustomer("customer-a");
        story.compose();
        story.composeIngress();
        story.composeEgress();
        story.allocate();
        story.acceptAll("customer-a");
        return tenant;
    }

    private Stream<Route> naming() {
        // Whoever claims is nobody yet: its token decides, and ClaimsIT what it is told.
        return routes.stream().filter(route -> route.names() && !route.anonymous());
    }

    private String real(Route route) {
        return objects.fill(route.path().substring(API.length())) + route.query();
    }

    private static String common(Route route) {
        return route.path().substring(API.length()) + route.query();
    }

    /** The same path, but for the first name in it. */
    private static String missing(Route route, String real) {
        String prefix = route.path().substring(API.length(), route.path().indexOf('{'));
        String rest = real.substring(prefix.length());
        int end = Stream.of(rest.indexOf('/'), rest.indexOf('?'), rest.length())
                .filter(index -> index >= 0)
                .min(Integer::compare)
                .orElseThrow();
        return prefix + none(rest.substring(0, end)) + rest.substring(end);
    }

    /** What is named by a uid is missing under a uid. */
    private static String none(String name) {
        return name.length() == 36 && name.charAt(8) == '-' ? name.replaceAll("[0-9a-f]", "0") : NONE;
    }

    private Answer ask(ApiClient client, Route route, String path) {
        Optional<Object> body = route.body().map(example -> own(example, beta));
        return client.with("Idempotency-Key", "walk-" + UUID.randomUUID()).send(route.method(), path, body);
    }

    /** Images are looked up before anything else; whoever asks names its own. */
    private static Object own(JsonNode example, Tenant tenant) {
        return ApiClient.json(example.toString().replace("acme/web@1.4.2", tenant.publisher() + "/backend@1"));
    }

    @Test
    void shouldFindARealObjectForEveryRoute() {
        List<Route> reading = naming().filter(Route::reads).toList();
        assertThat(reading).hasSizeGreaterThan(50);
        assertSoftly(soft -> reading.forEach(route -> {
            for (ApiClient reader : List.of(admin, auditor)) {
                Answer answer = ask(reader, route, real(route));
                soft.assertThat(answer.status())
                        .as(route + " as " + real(route) + ": " + answer.body())
                        .isEqualTo(200);
            }
        }));
    }

    @Test
    void shouldTellStrangersNothing() {
        assertSoftly(soft -> naming().forEach(route -> {
            for (ApiClient stranger : List.of(beta.backboneOwner(), beta.networkOwner())) {
                assertLooksMissing(stranger, route, soft);
            }
        }));
    }

    @Test
    void shouldTellTheTenantsOwnPeopleNothingOfWhatIsNotTheirs() {
        assertSoftly(soft -> {
            naming().filter(route -> route.isBelow("/backbones/"))
                    .forEach(route -> assertLooksMissing(alpha.networkOwner(), route, soft));
            naming().filter(route -> route.isBelow("/networks/") || route.isBelow("/libraries/"))
                    .forEach(route -> assertLooksMissing(alpha.backboneOwner(), route, soft));
        });
    }

    private void assertLooksMissing(ApiClient stranger, Route route, SoftAssertions soft) {
        String real = real(route);
        String missing = missing(route, real);
        Answer ofReal = ask(stranger, route, real);
        Answer ofMissing = ask(stranger, route, missing);
        soft.assertThat(ofReal.status())
                .as(route + " as " + real + ": " + ofReal.body())
                .isIn(403, 404);
        soft.assertThat(ofMissing.status())
                .as(route + " as " + missing + ": " + ofMissing.body())
                .isEqualTo(ofReal.status());
        soft.assertThat(nameless(ofReal, real)).as(route.toString()).isEqualTo(nameless(ofMissing, missing));
    }

    /** The body without what was asked for. */
    private static String nameless(Answer answer, String path) {
        String body = answer.body().replaceAll("walk-[0-9a-f-]+", "key");
        for (String part : path.split("[/?]", -1)) {
            body = part.isEmpty() ? body : body.replace("'" + part + "'", "'…'");
        }
        return body;
    }

    @Test
    void shouldListNothingOfOthers() {
        List<Route> lists =
                routes.stream().filter(route -> route.reads() && !route.names()).toList();
        assertSoftly(soft -> lists.forEach(route -> {
            for (ApiClient stranger : List.of(beta.backboneOwner(), beta.networkOwner())) {
                Answer answer = ask(stranger, route, common(route));
                soft.assertThat(answer.status())
                        .as(route + ": " + answer.body())
                        .isIn(200, 403, 404);
                soft.assertThat(answer.body()).as(route.toString()).doesNotContain("alpha-");
            }
        }));
    }

    @Test
    void shouldTellWhoeverIsNotSignedInOnlyThat() {
        ApiClient nobody = system.api();
        // Who has no session has none to close, and is told just that.
        Stream<Route> known = routes.stream()
                .filter(route -> !route.anonymous() && !route.path().endsWith("/sign-out"));
        assertSoftly(soft -> known.forEach(route -> {
            Answer answer = ask(nobody, route, route.names() ? real(route) : common(route));
            soft.assertThat(answer.status()).as(route + ": " + answer.body()).isEqualTo(401);
            soft.assertThat(answer.body()).as(route.toString()).doesNotContain("alpha-");
        }));
    }

    @Test
    void shouldLetAnAuditorChangeNothing() {
        List<String> before = revisions();
        // A link to a console lets see what whoever asks may see anyway.
        Stream<Route> changing =
                naming().filter(route -> !route.reads() && !route.path().endsWith("/console-token"));
        assertSoftly(soft -> changing.forEach(route -> {
            Answer answer = ask(auditor, route, real(route));
            soft.assertThat(answer.status()).as(route + ": " + answer.body()).isIn(403, 404);
        }));
        assertThat(revisions()).isEqualTo(before);
    }

    /** Where the tenant's streams stand. */
    private List<String> revisions() {
        return Stream.of(
                        "/networks/alpha-shop",
                        "/backbones/alpha-backbone",
                        "/libraries/alpha-nora",
                        "/users/alpha-bea")
                .map(stream -> admin.get(stream + "/history?order=desc&limit=1").body())
                .toList();
    }
}

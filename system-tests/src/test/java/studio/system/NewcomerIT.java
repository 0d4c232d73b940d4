package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.system.ApiClient.Answer;
import studio.system.StudioSystem.Ran;

/** What the README tells a newcomer to do, in its order, on a real installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerIT {

    private StudioSystem system;
    private ApiClient admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        system = StudioSystem.start(directory);
        admin = system.administrator();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void shouldMakeABackboneWithTwoSitesAndALink() {
        assertThat(admin.post("/backbones", Map.of("name", "acme")).status()).isEqualTo(201);
        addSite("paris", "linux");
        addSite("rome", "kubernetes");
        Map<String, String> accessPoint = Map.of(
                "name", "paris-peer", "site", "paris", "use", "peer", "host", "paris.example.net", "ports", "55671");
        assertThat(admin.post("/backbones/acme/access-points", accessPoint).status())
                .isEqualTo(201);
        Answer link =
                admin.post("/backbones/acme/links", Map.of("from", "rome", "accessPoint", "paris-peer", "cost", 2));

        assertThat(link.status()).isEqualTo(201);
        String position = link.header("Studio-Position").orElseThrow();
        Answer read = admin.with("Studio-Min-Position", position).get("/backbones/acme/links/rome-paris-peer");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("cost").asInt()).isEqualTo(2);
        assertThat(read.header("ETag")).isEqualTo(link.header("ETag"));
    }

    private void addSite(String name, String platform) {
        Answer answer = admin.post("/backbones/acme/sites", Map.of("name", name, "platform", platform));
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void shouldShowWhatWouldHappenAndLeaveItAtThat() {
        Answer preview = admin.delete("/backbones/acme/sites/rome?dryRun=true");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("dryRun").asBoolean()).isTrue();
        assertThat(preview.body()).contains("InteriorSiteRemoved");
        assertThat(admin.get("/backbones/acme/sites/rome").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void shouldRefuseAChangeBasedOnAnOldRevision() {
        Answer answer =
                admin.with("If-Match", "\"1\"").patch("/backbones/acme/sites/paris", Map.of("location", "Lyon"));

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo("revision-conflict");
        assertThat(answer.json().path("current").path("name").asText()).isEqualTo("paris");
    }

    @Test
    @Order(4)
    void shouldNameEveryFieldThatBreaksARule() {
        Answer answer = admin.post("/backbones/acme/sites", Map.of("name", "Not A Name", "platform", "abacus"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/name", "/platform");
    }

    @Test
    @Order(5)
    void shouldTellAStrangerNothing() {
        Map<String, Object> mallory = Map.of(
                "name", "mallory", "roles", new String[] {"backbone-owner"}, "password", "correct horse battery");
        assertThat(admin.post("/users", mallory).status()).isEqualTo(201);
        ApiClient stranger = system.api().signIn("mallory", "correct horse battery");

        assertThat(stranger.get("/backbones/acme").status()).isEqualTo(404);
        assertThat(stranger.get("/backbones").json().path("items")).isEmpty();
        assertThat(stranger.delete("/backbones/acme").status()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void shouldShowWhoDidWhatAndProveIt(@TempDir Path directory) throws IOException {
        Answer audit = admin.get("/audit?stream=backbone/acme&limit=500");
        assertThat(audit.body()).contains("studio.events.InteriorSitesLinked").contains("admin");
        Path export = directory.resolve("audit.ndjson");
        Files.writeString(
                export,
                admin.with("Accept", "application/x-ndjson").get("/audit").body());

        Ran topic = system.studio("audit", "verify");
        Ran file = system.studio("audit", "verify", "--export", export.toString());
        Files.writeString(export, Files.readString(export).replace("\"cost\":2", "\"cost\":3"));
        Ran forged = system.studio("audit", "verify", "--export", export.toString());

        assertThat(topic.output()).contains("every chain holds");
        assertThat(file.output()).contains("every chain holds");
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.output()).contains("broken: revision").contains("InteriorSitesLinked");
    }

    @Test
    @Order(8)
    void shouldDoTheSameFromTheCommandLine() {
        assertThat(system.studio("login").output()).contains("Signed in at").contains("as admin");
        assertThat(system.cli("create", "backbone", "north").output())
                .contains(
                        "backbone/north: BackboneCreated, CertificateRequested, CertificateRequested (backbone/north@3)");
        assertThat(system.cli("context", "-b", "north").output()).contains("backbone=north");
        String oslo = system.cli("create", "interior-site", "oslo", "--platform", "linux", "--location", "Oslo")
                .output();
        assertThat(oslo).startsWith("interior-site/oslo: InteriorSiteAdded");
        String revision = oslo.replaceAll("(?s).*@([0-9]+).*", "$1");
        assertThat(system.cli("create", "interior-site", "bergen", "--platform", "podman")
                        .exitCode())
                .isZero();

        Ran sites = system.cli("get", "interior-sites");

        assertThat(sites.output().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).matches("oslo [a-z-]+ linux Oslo .*"));
        assertThat(system.cli("get", "interior-sites", "--at", revision, "-o", "name")
                        .output())
                .isEqualTo("interior-site/oslo\n");
        assertThat(system.cli("history", "interior-site", "oslo").output())
                .contains("admin added interior site oslo on linux in Oslo");
        assertThat(system.cli("why", "interior-site", "oslo").output()).contains("where a person wanted it");
        assertThat(system.cli("diff", "backbone", "north", "--from", revision).output())
                .contains("+ interior-site/bergen");
    }

    @Test
    @Order(9)
    void shouldSayOnTheCommandLineWhatIsWrong() {
        Ran preview = system.cli("delete", "interior-site", "oslo", "--dry-run");
        Ran invalid = system.cli("create", "interior-site", "Not A Name", "--platform", "abacus");
        Ran stale = system.cli("change", "interior-site", "oslo", "--location", "Moss", "--if-match", "1");
        Ran unknown = system.cli("get", "sheep");

        assertThat(preview.output()).contains("Nothing was changed").contains("InteriorSiteRemoved");
        assertThat(system.cli("get", "interior-site", "oslo", "-o", "json").output())
                .contains("\"name\" : \"oslo\"");
        assertThat(invalid.exitCode()).isEqualTo(4);
        assertThat(invalid.output()).contains("/name").contains("/platform");
        assertThat(stale.exitCode()).isEqualTo(4);
        assertThat(stale.output()).contains("Changed in the meantime");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("There are no 'sheep'").contains("See: studio get --help");
        assertThat(system.cli("logout").output()).contains("Forgot admin@");
        assertThat(system.cli("get", "backbones").output()).contains("sign in first: studio login");
    }

    @Test
    @Order(7)
    void shouldHaveTheBackbonesAuthoritiesSignedByItself() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin.get("/backbones/acme")
                        .json()
                        .path("state")
                        .asText()
                        .equals("ready"));

        Answer calendar = admin.get("/certificates?use=interior-ca");
        String uid = calendar.json().path("items").path(0).path("uid").asText();
        assertThat(calendar.json().path("items")).hasSize(1);
        assertThat(admin.get("/backbones/acme/certificates/" + uid + "/chain").body())
                .startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(admin.get("/backbones/acme/certificates/" + uid + "/impact")
                        .json()
                        .path("certificates"))
                .hasSize(1);
    }
}

package studio.projection.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;
import studio.projection.testing.StudioServers;

/** Keeps docs/reference/openapi.yaml as the public origin describes itself; {@code -Dstudio.rewrite=true} writes it. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class OpenApiIT {

    private static final Path FILE = Path.of("../docs/reference/openapi.yaml");

    @Test
    void shouldDescribeTheInterfaceAsTheFileDoes() throws IOException {
        // When
        String description = given().get("/api/v1/openapi").asString();

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(FILE, description);
        }
        assertThat(FILE).as("run this test with -Dstudio.rewrite=true").hasContent(description);
    }

    @Test
    void shouldSayOfEachAnswerWhatIsInItAndWhatIsAlwaysThere() throws IOException {
        // When
        JsonNode document =
                StudioJson.json().readTree(given().get("/api/v1/openapi.json").asString());

        // Then
        List<String> undescribed = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .at("/get/responses/200/content")
                        .forEach(media -> {
                            if (!media.has("schema")) {
                                undescribed.add(path.getKey());
                            }
                        }));
        assertThat(undescribed).isEmpty();
        assertThat(required(document, "NetworkView"))
                .contains("name", "state", "owners", "revision")
                .doesNotContain("cause");
        assertThat(required(document, "Receipt"))
                .contains("commandId", "stream", "events")
                .doesNotContain("plans");
        assertThat(required(document, "CreateNetwork")).containsExactly("name", "backbone", "accessPoints");
    }

    private static List<String> required(JsonNode document, String schema) {
        return document.at("/components/schemas/" + schema + "/required")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void shouldDescribeReadsAndCommandsInOneDocument() {
        given().get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.'/api/v1/backbones'.get.operationId", is("listBackbones"))
                .body("paths.'/api/v1/backbones'.post", notNullValue())
                .body("paths.'/api/v1/sign-in'.post", notNullValue());
    }
}

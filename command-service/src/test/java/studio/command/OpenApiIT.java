package studio.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/reference/openapi-command.yaml as the service describes itself; {@code -Dstudio.rewrite=true} writes it. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class OpenApiIT {

    private static final Path FILE = Path.of("../docs/reference/openapi-command.yaml");

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
}

package studio.cli.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    private static final Instant NOW = Instant.parse("2030-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state        | active                    | active",
                "siteClasses  | [gold, silver]            | gold,silver",
                "members      | [{name: a}, {name: b}]    | a,b",
                "siteClasses  | []                        | -",
                "location     | null                      | -",
                "absent       |                           | -",
                "owners       | {users: [ann], groups: []} | users=ann",
                "ports        | {from: 1, to: 9}          | 1-9",
                "ports        | {from: 7, to: 7}          | 7",
                "createdAt    | '2030-01-10T11:58:30Z'    | 90s",
                "createdAt    | '2030-01-10T09:00:00Z'    | 3h",
                "expiresAt    | '2030-01-13T12:00:00Z'    | in 3d"
            })
    void shouldShowAValueInAFewCharacters(String property, String value, String shown) throws JsonProcessingException {
        // Given
        JsonNode object = value == null ? object("{}") : object("{" + property + ": " + value + "}");

        // When
        String cell = Column.of(property).of(object, NOW);

        // Then
        assertThat(cell).isEqualTo(shown);
    }

    @Test
    void shouldBeTitledAsTheProperty() {
        assertThat(Column.of("siteClasses").title()).isEqualTo("SITE-CLASSES");
        assertThat(Column.of("image/version").title()).isEqualTo("VERSION");
    }

    @Test
    void shouldStandInAlignedColumns() {
        // Given
        Table table = new Table(List.of("NAME", "STATE"));
        table.add(List.of("a-long-name", "active"));
        table.add(List.of("b", "lost"));

        // Then
        assertThat(table.lines()).containsExactly("NAME          STATE", "a-long-name   active", "b             lost");
    }

    private static JsonNode object(String yaml) throws JsonProcessingException {
        return new YAMLMapper().readTree(yaml);
    }
}

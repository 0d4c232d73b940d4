package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every released version of a record reads every other, older and newer: what the registry calls FULL_TRANSITIVE. */
class CompatibilityTest {

    private static final Schema FIRST = withEnum("UNKNOWN", "ACTIVE").endRecord();

    static Stream<String> names() {
        return Schemas.recordNames().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldReadEveryVersionInEveryOther(String name) {
        assertThat(incompatibilities(Schemas.versions(name))).isEmpty();
    }

    @Test
    void shouldAllowAFieldThatMayBeAbsentAndAnotherSymbol() {
        // Given
        Schema second =
                withEnum("UNKNOWN", "ACTIVE", "LOST").optionalString("cause").endRecord();

        // Then
        assertThat(incompatibilities(List.of(FIRST, second))).isEmpty();
    }

    @Test
    void shouldRefuseAFieldWithoutDefault() {
        // Given
        Schema second = withEnum("UNKNOWN", "ACTIVE").requiredString("cause").endRecord();

        // Then
        assertThat(incompatibilities(List.of(FIRST, second)))
                .extracting(Incompatibility::getLocation)
                .containsExactly("/fields/1");
    }

    @Test
    void shouldRefuseAFieldThatComesBackAsAnotherType() {
        // Given
        Schema second = withEnum("UNKNOWN", "ACTIVE").optionalString("cause").endRecord();
        Schema fourth = withEnum("UNKNOWN", "ACTIVE").optionalLong("cause").endRecord();

        // Then
        assertThat(incompatibilities(List.of(FIRST, second, FIRST, fourth))).isNotEmpty();
    }

    private static List<Incompatibility> incompatibilities(List<Schema> versions) {
        return versions.stream()
                .flatMap(reader -> versions.stream()
                        .map(writer -> SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)))
                .flatMap(pair -> pair.getResult().getIncompatibilities().stream())
                .toList();
    }

    private static FieldAssembler<Schema> withEnum(String... symbols) {
        return SchemaBuilder.record("SiteReported")
                .fields()
                .name("reach")
                .type(SchemaBuilder.enumeration("Reach")
                        .defaultSymbol("UNKNOWN")
                        .symbols(symbols))
                .noDefault();
    }
}

package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every released schema must be like, so that later versions can go on from it. */
class SchemaRulesTest {

    /** Every version of every record. */
    static Stream<Schema> schemas() {
        return Schemas.recordNames().stream().flatMap(name -> Schemas.versions(name).stream());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldSayWhatEveryFieldAndTypeIs(Schema schema) {
        assertThat(fields(schema))
                .allSatisfy((path, field) ->
                        assertThat(field.doc()).as(path).isNotBlank().endsWith("."));
        assertThat(named(schema))
                .allSatisfy((name, type) ->
                        assertThat(type.getDoc()).as(name).isNotBlank().endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldHaveASymbolForWhatALaterVersionAdds(Schema schema) {
        assertThat(named(schema).values())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type -> {
                    assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
                    assertThat(type.getEnumSymbols()).startsWith("UNKNOWN");
                });
    }

    /** A branch can't be added to a union compatibly, so the only union is "may be absent". */
    @ParameterizedTest
    @MethodSource("schemas")
    void shouldHaveNoUnionButWithNull(Schema schema) {
        assertThat(fields(schema).values())
                .filteredOn(field -> field.schema().isUnion())
                .allSatisfy(field -> {
                    assertThat(field.schema().getTypes()).hasSize(2).first().isEqualTo(Schema.create(Schema.Type.NULL));
                    assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
                });
        assertThat(fields(schema).values())
                .filteredOn(field -> field.schema().getType() == Schema.Type.ARRAY)
                .allSatisfy(field ->
                        assertThat(field.schema().getElementType().isUnion()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldBeginWithTheMeta(Schema schema) {
        if (schema.getFullName().startsWith(Schemas.EVENTS)
                || schema.getFullName().startsWith(Schemas.COMMANDS)) {
            assertThat(schema.getFields())
                    .first()
                    .extracting(Schema.Field::name)
                    .isEqualTo("meta");
        }
    }

    /** {@link HashChain} finds both hashes by their place in the encoded record. */
    @ParameterizedTest
    @MethodSource("schemas")
    void shouldBeginWithBothHashesIfAnEvent(Schema schema) {
        if (schema.getFullName().startsWith(Schemas.EVENTS)) {
            List<Schema.Field> meta = schema.getField("meta").schema().getFields();
            assertThat(meta.subList(0, 2)).extracting(Schema.Field::name).containsExactly("hash", "previousHash");
            assertThat(meta.subList(0, 2))
                    .extracting(field -> field.schema().getFixedSize())
                    .containsOnly(32);
        }
    }

    /** All fields at any depth, by path. */
    private static Map<String, Schema.Field> fields(Schema schema) {
        Map<String, Schema.Field> fields = new LinkedHashMap<>();
        named(schema).values().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .forEach(type ->
                        type.getFields().forEach(field -> fields.put(type.getFullName() + "." + field.name(), field)));
        return fields;
    }

    /** All named types at any depth, by name. */
    private static Map<String, Schema> named(Schema schema) {
        Map<String, Schema> named = new LinkedHashMap<>();
        collect(schema, named);
        return named;
    }

    private static void collect(Schema schema, Map<String, Schema> named) {
        if (schema.isUnion()) {
            schema.getTypes().forEach(type -> collect(type, named));
        } else if (schema.getType() == Schema.Type.ARRAY) {
            collect(schema.getElementType(), named);
        } else if (isNamed(schema) && named.putIfAbsent(schema.getFullName(), schema) == null) {
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().forEach(field -> collect(field.schema(), named));
            }
        }
    }

    private static boolean isNamed(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            default -> false;
        };
    }
}

package studio.command.rest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.api.problem.Problem;
import studio.api.problem.Problem.FieldError;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.identity.problem.ProblemException;

class RequestBodyReaderTest {

    record Wish(
            @NotNull Name name,
            Optional<Platform> platform,
            Set<Name> groups,
            Optional<Owners> owners,
            Optional<PortRange> ports,
            Optional<@Max(9) Integer> count,
            @Line @Nullable Replacement label,
            Optional<@Host String> host) {}

    private final RequestBodyReader reader = new RequestBodyReader(
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator(),
            1_000);

    @SuppressWarnings({"unchecked", "rawtypes"}) // As the framework calls it.
    private Wish read(String json) {
        try {
            return (Wish) reader.readFrom(
                    (Class) Wish.class,
                    Wish.class,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Problem problem(String json) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(json))
                .actual()
                .problem();
    }

    private Map<String, String> errors(String json) {
        return problem(json).errors().orElseThrow().stream()
                .collect(Collectors.toMap(FieldError::pointer, FieldError::detail));
    }

    @Test
    void shouldReadDomainValues() {
        // When
        Wish wish = read(
                "{\"name\":\"acme\",\"platform\":\"linux\",\"groups\":[\"ops\"],\"owners\":{\"users\":[\"alice\"]},"
                        + "\"ports\":\"10000-10099\",\"count\":3,\"label\":\"Paris\",\"host\":\"a.example\"}");

        // Then
        assertThat(wish)
                .isEqualTo(new Wish(
                        Name.of("acme"),
                        Optional.of(Platform.LINUX),
                        Set.of(Name.of("ops")),
                        Optional.of(Owners.user(Name.of("alice"))),
                        Optional.of(new PortRange(10_000, 10_099)),
                        Optional.of(3),
                        new Replacement(Optional.of("Paris")),
                        Optional.of("a.example")));
    }

    @Test
    void shouldTellAbsentFromNullWhereThatMatters() {
        assertThat(read("{\"name\":\"acme\"}").label()).isNull();
        assertThat(read("{\"name\":\"acme\",\"label\":null}").label()).isEqualTo(new Replacement(Optional.empty()));
        assertThat(read("{\"name\":\"acme\"}").groups()).isEmpty();
        assertThat(read("{\"name\":\"acme\",\"groups\":null}").groups()).isEmpty();
    }

    @Test
    void shouldNameEveryFlawAtOnce() {
        assertThat(
                        errors(
                                "{\"platform\":\"windows\",\"groups\":[\"ok\",\"Not ok\"],\"count\":10,\"label\":\"\",\"host\":\"1.2.3.4\"}"))
                .containsEntry("/name", "must be given")
                .containsEntry("/platform", "must be one of kubernetes, docker, podman, linux")
                .containsEntry("/groups/1", "name 'Not ok' " + Name.RULE)
                .containsEntry("/count", "must be at most 9")
                .containsEntry("/label", "must be one line of 1 to 200 characters")
                .hasEntrySatisfying("/host", rule -> assertThat(rule).startsWith("must be a DNS name"))
                .hasSize(6);
    }

    @Test
    void shouldNameUnknownFieldsWhereverTheyAre() {
        assertThat(errors("{\"a\":[],\"b\":{\"c\":1},\"name\":\"acme\",\"d~e\":2,"
                        + "\"owners\":{\"friends\":[1],\"users\":[],\"groups\":[],\"foes\":{}}}"))
                .containsOnlyKeys("/a", "/b", "/d~0e", "/owners/friends", "/owners/foes")
                .hasEntrySatisfying("/a", rule -> assertThat(rule).startsWith("is not known here; known are [count"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"acme","name":{}}         | /name     |
                    {"name":{"x":1}}                  | /name     | must be a text
                    {"name":"acme","owners":7}        | /owners   | must be an object
                    {"name":"acme","owners":[]}       | /owners   | must be an object
                    {"name":"acme","groups":"ops"}    | /groups   | must be an array
                    {"name":"acme","groups":{}}       | /groups   | must be an array
                    {"name":"acme","count":"many"}    | /count    | must be a whole number
                    {"name":"acme","count":[1]}       | /count    | must be a whole number
                    {"name":"acme","count":1.5}       | /count    | must be a whole number
                    {"name":"acme","count":1e99}      | /count    | must be a whole number
                    {"name":"acme","platform":7}      | /platform | must be one of kubernetes, docker, podman, linux
                    {"name":"acme","ports":"1-70000"} | /ports    | ports must be 1 to 65535, the first not above the last
                    {"name":"acme","ports":"http"}    | /ports    | must be a port or a range of ports, such as 443 or 10000-10099
                    """)
    void shouldSayWhatAFieldMustBe(String json, String pointer, @Nullable String rule) {
        if (rule == null) {
            assertThat(problem(json).code()).isEqualTo("unreadable-body");
        } else {
            assertThat(errors(json)).containsEntry(pointer, rule).hasSize(1);
        }
    }

    @Test
    void shouldRejectWhatIsTooLong() {
        assertThat(problem("{\"name\":\"" + "a".repeat(1_000) + "\"}").code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "null",
                "\"acme\"",
                "{",
                "{\"name\"",
                "{} {}",
                "\u0000",
                "{\"name\":\"acme\",}"
            })
    void shouldRejectWhatIsNoObject(String body) {
        // When
        Problem problem = problem(body);

        // Then
        assertThat(problem.code()).isEqualTo("unreadable-body");
        assertThat(problem.detail()).doesNotContain("studio.", "java", "jackson", "Wish");
    }
}

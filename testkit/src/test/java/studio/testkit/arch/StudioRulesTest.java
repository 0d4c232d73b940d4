package studio.testkit.arch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.broken.Clockwork;
import studio.domain.broken.Gambler;
import studio.domain.broken.Librarian;
import studio.thing.rest.ThingResource;
import studio.thing.store.Things;

/** Each rule catches what it is there for. */
class StudioRulesTest {

    static Stream<Arguments> offenders() {
        return Stream.of(
                Arguments.of(StudioRules.DOMAIN_KNOWS_JAVA_ALONE, Librarian.class, "java.net.http"),
                Arguments.of(StudioRules.DOMAIN_READS_NO_CLOCK, Clockwork.class, "Instant.now"),
                Arguments.of(StudioRules.DOMAIN_READS_NO_CLOCK, Clockwork.class, "System.nanoTime"),
                Arguments.of(StudioRules.DOMAIN_READS_NO_CLOCK, Clockwork.class, "Clock.systemUTC"),
                Arguments.of(StudioRules.DOMAIN_DRAWS_NO_LOTS, Gambler.class, "UUID.randomUUID"),
                Arguments.of(StudioRules.DOMAIN_DRAWS_NO_LOTS, Gambler.class, "ThreadLocalRandom"),
                Arguments.of(StudioRules.DOMAIN_DRAWS_NO_LOTS, Gambler.class, "java.security.SecureRandom.<init>"),
                Arguments.of(StudioRules.DOMAIN_DRAWS_NO_LOTS, Gambler.class, "Math.random"),
                Arguments.of(StudioRules.REST_KNOWS_NO_STORE, ThingResource.class, "Things"),
                Arguments.of(StudioRules.ENVIRONMENT_IN_MAIN_ALONE, Things.class, "getenv"));
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void shouldCatchTheOffender(ArchRule rule, Class<?> offender, String offence) {
        // Given
        JavaClasses classes = new ClassFileImporter().importClasses(offender);

        // Then
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> StudioRules.check(rule, classes))
                .withMessageContaining(offence);
    }

    @Test
    void shouldHaveNothingAgainstAModuleWithoutSuchClasses() {
        // Given
        JavaClasses classes = new ClassFileImporter().importClasses(StudioRulesTest.class);

        // Then
        assertThatNoException().isThrownBy(() -> StudioRules.ALL.forEach(rule -> StudioRules.check(rule, classes)));
    }
}

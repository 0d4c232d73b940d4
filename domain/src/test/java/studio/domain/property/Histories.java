package studio.domain.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test over random histories, each as long as any other is likely to be. A history follows from its seed, which is the test's
 * name; {@code -Dstudio.seed} begins elsewhere and {@code -Dstudio.histories} plays more of them.
 */
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Histories.Source.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Histories {

    /** Makes the histories. */
    final class Source implements ArgumentsProvider {

        private static final int LONGEST = 200;

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            long first = Long.getLong("studio.seed", 1);
            return LongStream.range(first, first + Long.getLong("studio.histories", 100))
                    .mapToObj(seed -> Arguments.of(Named.of("seed " + seed, numbers(seed))));
        }

        private static List<Integer> numbers(long seed) {
            var random = Moves.random(seed);
            return random.ints(random.nextInt(LONGEST)).boxed().toList();
        }
    }
}

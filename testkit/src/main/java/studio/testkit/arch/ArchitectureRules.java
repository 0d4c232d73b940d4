package studio.testkit.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The test that a module keeps to {@link StudioRules}. All that a module has to write is {@code class ArchitectureTest implements
 * ArchitectureRules {}}.
 */
public interface ArchitectureRules {

    /** The classes that have to keep to the rules: the module's own, without its tests. */
    default JavaClasses subjects() {
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    /** One test for each rule. */
    @TestFactory
    default Stream<DynamicTest> shouldKeepToTheArchitecture() {
        JavaClasses subjects = subjects();
        if (subjects.isEmpty()) {
            throw new IllegalStateException("there are no classes to check: build the module first");
        }
        return StudioRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> StudioRules.check(rule, subjects)));
    }
}

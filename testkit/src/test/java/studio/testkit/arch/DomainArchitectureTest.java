package studio.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The domain has no dependencies, not even this module, so the test of its rules stands here. */
class DomainArchitectureTest implements ArchitectureRules {

    @Override
    public JavaClasses subjects() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("studio.domain");
    }

    @Test
    void shouldFindTheDomain() {
        assertThat(subjects().size()).isGreaterThan(50);
    }
}

package studio.testkit.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Rules that hold in every module. Each says what to do instead. */
public final class StudioRules {

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    /** Decisions are pure: they know nothing but Java itself. */
    static final ArchRule DOMAIN_KNOWS_JAVA_ALONE = classes()
            .that()
            .resideInAPackage("studio.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("studio.domain..").or(inJavaBase()))
            .because("the domain is decided and replayed anywhere: what needs a library belongs into the shell");

    /** Decisions are repeatable: time comes in as an argument. */
    static final ArchRule DOMAIN_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("studio.domain..")
            .should()
            .callCodeUnitWhere(calls("java\\.time\\..*", "now|system.*|tick.*"))
            .orShould()
            .callCodeUnitWhere(calls("java\\.lang\\.System", "currentTimeMillis|nanoTime|getenv|getProperty"))
            .because("a replay must decide the same: take the moment from Facts");

    /** Decisions are repeatable: chance and identity come in as arguments. */
    static final ArchRule DOMAIN_DRAWS_NO_LOTS = noClasses()
            .that()
            .resideInAPackage("studio.domain..")
            .should()
            .callCodeUnitWhere(calls("java\\..*Random.*", ".*"))
            .orShould()
            .callCodeUnitWhere(calls("java\\..*", "randomUUID|random"))
            .because("a command that comes twice must make the same ids: take them from Facts");

    /** Resources ask through a port. */
    static final ArchRule REST_KNOWS_NO_STORE = noClasses()
            .that()
            .resideInAPackage("studio..rest..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("studio..process..", "studio..store.."))
            .because(
                    "a REST resource binds, asks and answers: how commands are decided and views are kept is not its matter");

    /** One module knows how records are written. */
    static final ArchRule AVRO_IN_SCHEMA_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("studio.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.avro..")
            .because("everybody else reads and writes through the codecs of studio.schema");

    /** Configuration is typed and checked at the start. */
    static final ArchRule NO_SINGLE_CONFIG_PROPERTIES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("settings belong into a @ConfigMapping interface, where they are typed, checked and documented");

    /** What an object needs is visible in its constructor. */
    static final ArchRule NO_INJECTED_FIELDS = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs comes through its constructor, so that a test can give it");

    /** The environment is read at one place. */
    static final ArchRule ENVIRONMENT_IN_MAIN_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages("studio.cli..", "studio.benchmarks..")
            .should()
            .callCodeUnitWhere(calls("java\\.lang\\.System", "getenv"))
            .because("settings come through configuration, which names, types and documents them");

    /** All of them. */
    static final List<ArchRule> ALL = List.of(
            DOMAIN_KNOWS_JAVA_ALONE,
            DOMAIN_READS_NO_CLOCK,
            DOMAIN_DRAWS_NO_LOTS,
            REST_KNOWS_NO_STORE,
            AVRO_IN_SCHEMA_ALONE,
            NO_SINGLE_CONFIG_PROPERTIES,
            NO_INJECTED_FIELDS,
            ENVIRONMENT_IN_MAIN_ALONE);

    private StudioRules() {}

    /** Fails if those classes break the rule; a rule that concerns none of them holds. */
    static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static DescribedPredicate<JavaClass> inJavaBase() {
        return DescribedPredicate.describe(
                "are in java.base",
                type -> type.getBaseComponentType().isPrimitive()
                        || JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));
    }

    private static DescribedPredicate<JavaCall<?>> calls(String owner, String name) {
        return DescribedPredicate.describe(
                "calls " + owner + "." + name,
                call -> call.getTargetOwner().getName().matches(owner)
                        && call.getName().matches(name));
    }
}

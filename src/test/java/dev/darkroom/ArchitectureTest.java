package dev.darkroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the packages, which their package-info files state. */
@AnalyzeClasses(packages = "dev.darkroom", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTorchTouchesTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.darkroom.torch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "com.sun.jna..")
            .because("another engine would hide behind dev.darkroom.torch");

    @ArchTest
    static final ArchRule denoisingIsPlainJava = noClasses()
            .that()
            .resideInAPackage("dev.darkroom.denoise..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.beans..", "org.springframework.context..", "java.sql..", "java.nio.file..")
            .because("samplers are functions of their noise and of the denoiser's answers");

    @ArchTest
    static final ArchRule requestsAreALeaf = classes()
            .that()
            .resideInAPackage("dev.darkroom.generation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.darkroom.generation..",
                    "java..",
                    "org.jspecify..",
                    "org.springframework.modulith..",
                    "com.fasterxml.jackson.annotation..",
                    "io.soabase.recordbuilder.core..",
                    "io.swagger.v3.oas.annotations..")
            .because("a request's fields are named and documented where they are defined, by annotations alone");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.darkroom.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("what a class needs is to be seen in its constructor");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.darkroom.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a service logs");

    @ArchTest
    static final ArchRule oneLoggingInterface = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(Darkroom.class).verify();
    }
}

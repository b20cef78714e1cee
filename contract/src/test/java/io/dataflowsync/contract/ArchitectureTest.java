package io.dataflowsync.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.contract");

    @Test
    void onlyTheCatalogueAndThePreflightAskServers() {
        noClasses()
                .that()
                .resideInAnyPackage("..contract.event..", "..contract.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")
                .because("an event and a configuration are values, which every service may hold without a server")
                .check(CONTRACT);
    }

    @Test
    void nothingHereKnowsADriverABrokerOrAFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..contract.tls.mariadb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mysql..", "org.mariadb..", "org.apache.kafka..", "io.quarkus..", "jakarta..")
                .because("the services share the contract and choose the rest themselves")
                .check(CONTRACT);
    }

    @Test
    void yamlStaysInTheConfigurationAndJsonOutOfIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..contract.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..")
                .because("a pipeline file is read in one place")
                .check(CONTRACT);
        noClasses()
                .that()
                .resideInAPackage("..contract.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("a configuration holds secrets and never travels")
                .check(CONTRACT);
    }

    /** An event carries table definitions, and a definition has a table's name: those two are one cycle, meant. */
    @Test
    void noOtherPackagesGoInCircles() {
        slices().matching("io.dataflowsync.contract.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        DescribedPredicate.describe(
                                "catalog", c -> c.getPackageName().endsWith(".catalog")),
                        DescribedPredicate.describe(
                                "event", c -> c.getPackageName().endsWith(".event")))
                .because("what comes in, what goes out, and the next room are told in that order")
                .check(CONTRACT);
    }

    @Test
    void everyClassIsFinalOrSealed() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areTopLevelClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("behaviour is on records and final classes, and nobody extends them")
                .check(CONTRACT);
    }
}

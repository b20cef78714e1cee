package io.dataflowsync.servicekit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.servicekit");

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.cdc..", "io.dataflowsync.dpu..", "io.dataflowsync.monitor..")
                .because("each service uses the kit, and none needs another one")
                .check(KIT);
    }

    @Test
    void theClientOfTheBrokerStaysInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..servicekit.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("monitor-ui uses the kit and has no client of the broker")
                .check(KIT);
    }

    @Test
    void accessIsCheckedByTheKitAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..servicekit.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.security..", "io.quarkus.oidc..", "org.wildfly.security..")
                .because("who may do what is decided in one package")
                .check(KIT);
    }

    @Test
    void theToolsUseTheJdkAlone() {
        for (String tool : new String[] {"retry", "sql", "cache"}) {
            classes()
                    .that()
                    .resideInAPackage("io.dataflowsync.servicekit." + tool)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "io.dataflowsync.servicekit." + tool)
                    .because("a tool for every service knows no framework and no service")
                    .check(KIT);
        }
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.dataflowsync.servicekit.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader follows one direction")
                .check(KIT);
    }
}

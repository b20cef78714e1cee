package io.dataflowsync.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
    void theContractAsksNoServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..contract.error..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")
                .because("events, positions and definitions are values, which every service may hold without a server")
                .check(CONTRACT);
    }

    @Test
    void theContractDependsOnItselfAndJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.contract..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
                .because("all other modules depend on the contract, and choose the rest themselves")
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
                .because("behaviour is on records and final classes, and nothing extends them")
                .check(CONTRACT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.dataflowsync.contract.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader follows one direction")
                .check(CONTRACT);
    }
}

package io.dataflowsync.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses VERIFY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.verify");

    @Test
    void theComparisonSharesNoCodeWithTheServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.dataflowsync.cdc..",
                        "io.dataflowsync.dpu..",
                        "io.dataflowsync.monitor..",
                        "io.dataflowsync.servicekit..",
                        "io.dataflowsync.sandbox..")
                .because("code that judges the services must not contain the same error")
                .check(VERIFY);
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
                .check(VERIFY);
    }
}

package io.dataflowsync.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.dataflowsync.sandbox";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theSandboxDoesNotKnowTheServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.cdc..", "io.dataflowsync.dpu..", "io.dataflowsync.monitor..")
                .because("what judges the services must not share their code")
                .check(CLASSES);
    }

    @Test
    void thePartsOfTheFuzzDoNotKnowItsRounds() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".fuzz.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".fuzz")
                .because("the rounds use the parts, and a part is understood without them")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        for (String parent : new String[] {ROOT, ROOT + ".fuzz"}) {
            SlicesRuleDefinition.slices()
                    .matching(parent + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a reader follows one direction")
                    .check(CLASSES);
        }
    }
}

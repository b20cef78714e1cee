package io.dataflowsync.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dataflowsync.bench");

    @Test
    void theReportKnowsOnlyFigures() {
        noClasses()
                .that()
                .resideInAPackage("..bench.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..bench.course..",
                        "..bench.contender..",
                        "..bench.limit..",
                        "..bench.scenario..",
                        "java.sql..")
                .because("a page can be written again from a JSON file")
                .check(CLASSES);
    }

    @Test
    void theWorkloadsKnowNoReplicator() {
        noClasses()
                .that()
                .resideInAPackage("..bench.scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bench.contender..", "..bench.limit..", "..bench.course..")
                .because("everybody gets the same")
                .check(CLASSES);
    }
}

package io.dataflowsync.cdc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.cdc");

    @Test
    void aPackageKnowsOnlyWhatComesIn() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("service")
                .definedBy("io.dataflowsync.cdc")
                .layer("api")
                .definedBy("..cdc.api..")
                .layer("pipeline")
                .definedBy("..cdc.pipeline..")
                .layer("capture")
                .definedBy("..cdc.capture..")
                .layer("mapping")
                .definedBy("..cdc.mapping..")
                .layer("log")
                .definedBy("..cdc.log..")
                .layer("publish")
                .definedBy("..cdc.publish..")
                .layer("definition")
                .definedBy("io.dataflowsync.cdc.definition..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("pipeline")
                .mayOnlyBeAccessedByLayers("service", "api")
                .whereLayer("capture")
                .mayOnlyBeAccessedByLayers("service", "api", "pipeline")
                .whereLayer("definition")
                .mayOnlyBeAccessedByLayers("service", "capture", "pipeline")
                .whereLayer("mapping")
                .mayOnlyBeAccessedByLayers("service", "pipeline", "log", "publish")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("service", "api", "pipeline")
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("service", "pipeline")
                .because("an event goes one way, and the pipeline alone calls the packages")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        for (String parent : List.of("io.dataflowsync.cdc", "io.dataflowsync.cdc.capture")) {
            SlicesRuleDefinition.slices()
                    .matching(parent + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("an event goes one way")
                    .check(CLASSES);
        }
    }

    @Test
    void onePackageKnowsTheInsideOfTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cdc.capture.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.debezium.connector..", "java.lang.reflect..")
                .because("another version of the engine is looked for in one place")
                .check(CLASSES);
    }

    @Test
    void mappingIsPure() {
        noClasses()
                .that()
                .resideInAPackage("..cdc.mapping..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.apache.kafka..", "io.debezium..", "jakarta..", "io.quarkus..")
                .because("values go in and values come out, so that it is tested without servers")
                .check(CLASSES);
    }

    @Test
    void theReaderOfStatementsUsesTheContractAlone() {
        classes()
                .that()
                .resideInAPackage("io.dataflowsync.cdc.definition..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.text..",
                        "java.nio.charset..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        "io.dataflowsync.contract..",
                        "io.dataflowsync.cdc.definition..")
                .because("it is a second reading, independent of the engine's and of any server")
                .check(CLASSES);
    }

    @Test
    void theLogKnowsNoBrokerAndThePublisherNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..cdc.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.debezium..")
                .because("each package at an end has one server")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..cdc.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "io.debezium..")
                .because("each package at an end has one server")
                .check(CLASSES);
    }

    @Test
    void nothingThrowsWhatTheEngineWouldRetry() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.connect.errors.RetriableException")
                .because("the engine would then drop the batch and go on with the next one")
                .check(CLASSES);
    }

    @Test
    void cdcServiceDoesNotKnowDpuService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.dpu..", "io.dataflowsync.monitor..")
                .because("the services meet in the contract and on the topics alone")
                .check(CLASSES);
    }
}

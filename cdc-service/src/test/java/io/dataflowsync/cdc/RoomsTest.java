package io.dataflowsync.cdc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.cdc");

    @Test
    void aRoomKnowsOnlyWhatComesIn() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("service")
                .definedBy("io.dataflowsync.cdc")
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
                .whereLayer("service")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("capture")
                .mayOnlyBeAccessedByLayers("service")
                .whereLayer("definition")
                .mayOnlyBeAccessedByLayers("service", "capture")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("service")
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("service")
                .because("an arrow between rooms is one call, made by the class at the root")
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
                .because("each end room has one server")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..cdc.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "io.debezium..")
                .because("each end room has one server")
                .check(CLASSES);
    }

    @Test
    void nobodyThrowsWhatTheEngineWouldRetry() {
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

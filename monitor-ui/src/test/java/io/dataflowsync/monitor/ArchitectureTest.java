package io.dataflowsync.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dataflowsync.monitor");

    @Test
    void aRowGoesFromLogToFeedToSocket() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("log")
                .definedBy("..monitor.log..")
                .layer("feed")
                .definedBy("..monitor.feed..")
                .layer("socket")
                .definedBy("..monitor.socket..")
                .layer("page")
                .definedBy("..monitor.page..")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("feed", "socket", "page")
                .whereLayer("feed")
                .mayOnlyBeAccessedByLayers("socket", "page")
                .whereLayer("socket")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("page")
                .mayNotBeAccessedByAnyLayer()
                .because("a reader follows a row through the packages in one direction")
                .check(CLASSES);
    }

    @Test
    void onlyTheLogPackageKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..monitor.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
                .because("every statement stands in one package, where its bounds can be checked")
                .check(CLASSES);
    }

    @Test
    void onlyTheSocketPackageKnowsWebSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..monitor.socket..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.websocket..", "io.undertow..")
                .because("the feed must not wait for a browser")
                .check(CLASSES);
    }

    @Test
    void theStatesOfTheStationsAreDecidedFromValuesAlone() {
        classes()
                .that()
                .resideInAPackage("..monitor.station..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        "io.dataflowsync.contract..",
                        "io.dataflowsync.monitor.station..")
                .because("each row of the table facts to states is tested without a server")
                .check(CLASSES);
    }

    @Test
    void theOtherServicesAreStrangers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.cdc..", "io.dataflowsync.dpu..")
                .because("the monitor knows them by what they write")
                .check(CLASSES);
    }
}

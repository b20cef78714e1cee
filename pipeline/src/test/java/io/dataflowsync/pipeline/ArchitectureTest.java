package io.dataflowsync.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PIPELINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflowsync.pipeline");

    @Test
    void theConfigurationAsksNoServer() {
        noClasses()
                .that()
                .resideInAPackage("..pipeline.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")
                .because("a configuration is a value, which every service may hold without a server")
                .check(PIPELINE);
    }

    @Test
    void nothingHereKnowsADriverABrokerOrAFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..pipeline.tls.mariadb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mysql..", "org.mariadb..", "org.apache.kafka..", "io.quarkus..", "jakarta..")
                .because("the services share the pipeline file and choose the rest themselves")
                .check(PIPELINE);
    }

    @Test
    void yamlStaysInTheConfigurationAndJsonOutOfIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..pipeline.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..")
                .because("a pipeline file is read in one place")
                .check(PIPELINE);
        noClasses()
                .that()
                .resideInAPackage("..pipeline.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("a configuration holds secrets and is never sent")
                .check(PIPELINE);
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
                .check(PIPELINE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.dataflowsync.pipeline.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader follows one direction")
                .check(PIPELINE);
    }
}

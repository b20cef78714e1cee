package io.dataflowsync.dpu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.dataflowsync.dpu";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void mappingAndStatementAreOfValuesAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".mapping", ROOT + ".statement")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.apache.kafka..", "io.quarkus..", "io.smallrye..", "jakarta..")
                .because("the core takes values and returns values, so that it can be understood and tested alone")
                .check(CLASSES);
    }

    @Test
    void planningKnowsNoServer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".plan")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..").and(not(type(SQLException.class))))
                .because(
                        "the plan of a batch follows from its events, the known keys and the tables, and can be tested alone;"
                                + " an answer to a question may still fail with an SQLException")
                .check(CLASSES);
    }

    @Test
    void planningAsksThroughInterfacesOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".plan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".log", ROOT + ".deadletter", ROOT + ".lane")
                .because("what happens to an event later does not change how it is planned")
                .check(CLASSES);
    }

    @Test
    void onlyTheIntakeAndTheDeadLettersKnowKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".intake..", ROOT + ".deadletter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .because("a topic is read and written in one package")
                .check(CLASSES);
    }

    @Test
    void onlyTheMessagingPackagesKnowTheMessagingFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".intake.messaging", ROOT + ".deadletter.messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.smallrye.reactive..", "org.eclipse.microprofile.reactive..")
                .because("another version of the framework, or another one, concerns one package on each side")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".intake.messaging", ROOT + ".deadletter.messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".intake.messaging", ROOT + ".deadletter.messaging")
                .because("batches, records and dead letters do not know how they are polled and sent")
                .check(CLASSES);
    }

    @Test
    void onlyTheMessagingFrameworkOpensProducers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .because("records leave the service over a channel")
                .check(CLASSES);
    }

    @Test
    void theServiceKnowsNothingOfTheOthers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dataflowsync.cdc..", "io.dataflowsync.monitor..", "io.dataflowsync.sandbox..")
                .because("services meet in the contract and on the topic alone")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotKnowTheRoot() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*")
                .and()
                .resideOutsideOfPackage(ROOT + ".api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("the root wires the packages, and a call of the api asks what it has wired")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("an event goes one way")
                .check(CLASSES);
    }
}

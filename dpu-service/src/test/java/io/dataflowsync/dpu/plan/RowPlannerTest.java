package io.dataflowsync.dpu.plan;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.example.CustomerProcessor;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.statement.SqlText;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.processor.TableProcessor;
import io.dataflowsync.pipeline.processor.TargetChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New keys are the old ones with a nine in front; the key 5 was applied before. */
class RowPlannerTest {
    private static final TableName CUSTOMERS = name("customers");
    private static final TableDefinition SOURCE =
            table("customers", "#id bigint", "name varchar(80)", "tier int", "mail varchar(80)", "newsletter int");
    private static final List<TableDefinition> TARGET = List.of(
            table(
                    "customers",
                    "#id bigint",
                    "name varchar(80)",
                    "tier int",
                    "mail varchar(80)",
                    "newsletter int",
                    "first_name varchar(80)",
                    "last_name varchar(80)"),
            table("mails", "#customer_id bigint", "mail varchar(80)"),
            table("newsletter", "#customer_id bigint", "mail varchar(80)"));

    private final Path file;
    private final TestEvents events = new TestEvents();

    RowPlannerTest(@TempDir Path directory) {
        this.file = directory.resolve("pipeline.yaml");
    }

    private PlannedEvent planned(String settings, RowChange change, TableProcessor... processors) {
        PipelineConfig config = config(settings);
        TableRegistry registry = new TableRegistry(
                config,
                new Processors(config, List.of(processors)),
                () -> List.of(SOURCE),
                () -> TARGET,
                new TargetActions(config));
        TableContext context = registry.context(CUSTOMERS, null);
        KeyNeeds needs = new KeyNeeds();
        RowPlanner.addNeeds(context, change, needs);
        KnownKeys keys = new KnownKeys();
        needs.bySpace().forEach((space, old) -> old.forEach(key -> keys.add(space, key, relationship(key))));
        needs.looks()
                .forEach((space, old) ->
                        old.stream().filter("5"::equals).forEach(key -> keys.add(space, key, relationship(key))));
        Received received = new Received(0, 1, 1, Instant.EPOCH, change.id(), change, null);
        return RowPlanner.plan(received, context, change, keys);
    }

    private static Relationship relationship(String key) {
        return new Relationship("9" + key, key.equals("5") ? Relationship.State.APPLIED : Relationship.State.RESERVED);
    }

    private PipelineConfig config(String settings) {
        try {
            Files.writeString(file, """
                    dfs:
                      project: shop
                      source: { host: a, user: u, password: "", schemas: [shop] }
                      tables:
                        customers: %s
                    """.formatted(settings));
            return PipelineFile.read(file, Map.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> sql(PlannedEvent planned) {
        return planned.work().statements().stream()
                .map(SqlText::of)
                .map(sql -> sql.replace("`shop`.", ""))
                .toList();
    }

    private static List<String> changes(PlannedEvent planned) {
        return planned.changes().stream()
                .map(change -> change.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aRowThatComesToMatchIsInserted() {
        PlannedEvent planned = planned(
                "{ filter: tier > 1, include: [id, tier] }",
                events.update(CUSTOMERS, row("id", 1L, "tier", 1L), row("id", 1L, "tier", 2L)));

        assertThat(sql(planned)).containsExactly("INSERT INTO `customers` (`id`, `tier`) VALUES (91, 2)");
        assertThat(changes(planned)).containsExactly("Applied");
    }

    @Test
    void aRowThatCeasesToMatchIsDeleted() {
        PlannedEvent planned = planned(
                "{ filter: tier > 1 }", events.update(CUSTOMERS, row("id", 1L, "tier", 2L), row("id", 1L, "tier", 1L)));

        assertThat(sql(planned)).containsExactly("DELETE FROM `customers` WHERE `id` = 91");
        assertThat(changes(planned)).containsExactly("Deleted");
    }

    @Test
    void aPartialRowThatLacksWhatTheFilterReadsIsRefused() {
        RowChange change = events.partial().update(CUSTOMERS, row("id", 1L), row("id", 1L, "tier", 2L));

        assertThatThrownBy(() -> planned("{ filter: tier > 1 }", change))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_INCOMPLETE))
                .hasMessage("shop.customers: the filter: it reads column 'tier', which the event lacks");
        assertThatThrownBy(() -> planned("{ filter: \"column('tier') == null\" }", change))
                .hasMessage("shop.customers: the filter: it reads column 'tier', which the event lacks");
    }

    @Test
    void aPartialRowThatHasWhatAnExpressionReadsIsWrittenAndOneThatLacksItIsRefused() {
        String settings = "{ columns: { first_name: { expression: \"name + tier\" } } }";
        events.partial();

        assertThat(sql(planned(
                        settings, events.update(CUSTOMERS, row("id", 1L), row("id", 1L, "name", "A", "tier", 2L)))))
                .containsExactly(
                        "UPDATE `customers` SET `name` = 'A', `tier` = 2, `first_name` = 'A2' WHERE `id` = 91");
        RowChange lacking = events.update(CUSTOMERS, row("id", 1L), row("id", 1L, "tier", 2L));
        assertThatThrownBy(() -> planned(settings, lacking))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_INCOMPLETE))
                .hasMessage(
                        "shop.customers: the expression of column first_name: it reads column 'name', which the event lacks");
    }

    @Test
    void aProcessorIsShownNoPartialRow() {
        RowChange change = events.partial().update(CUSTOMERS, row("id", 1L), row("id", 1L, "tier", 2L));

        assertThatThrownBy(() -> planned("{ processor: customers }", change, new CustomerProcessor()))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_INCOMPLETE))
                .hasMessageContaining("is shown whole rows, and the event has the columns id, tier only");
    }

    @Test
    void aRowThatNeverMatchesIsOfNoMatterAndReservesNoKey() {
        RowChange change = events.insert(CUSTOMERS, row("id", 1L, "tier", 1L));
        PlannedEvent planned = planned("{ filter: tier > 1 }", change);

        assertThat(sql(planned)).isEmpty();
        assertThat(changes(planned)).isEmpty();
        assertThat(planned.row().newKey()).isNull();
    }

    @Test
    void aSnapshotDeletesWhatMatchedOnce() {
        assertThat(sql(planned("{ filter: tier > 1 }", events.snapshot("s", CUSTOMERS, row("id", 5L, "tier", 1L)))))
                .containsExactly("DELETE FROM `customers` WHERE (`id`) IN ((95))");
        assertThat(sql(planned("{ filter: tier > 1 }", events.snapshot("s", CUSTOMERS, row("id", 6L, "tier", 1L)))))
                .isEmpty();
    }

    @Test
    void aRowThatEntersUnderAnotherKeyKeepsWhatItWasPromised() {
        PlannedEvent planned = planned(
                "{ filter: tier > 1 }", events.update(CUSTOMERS, row("id", 1L, "tier", 1L), row("id", 2L, "tier", 2L)));

        assertThat(sql(planned)).containsExactly("INSERT INTO `customers` (`id`, `tier`) VALUES (91, 2)");
        assertThat(changes(planned)).containsExactly("Rekeyed");
    }

    @Test
    void aRowGoesToSeveralTargetsUnderOneKey() {
        String targets =
                "{ targets: [{ target: customers, include: [name] }, { target: mails, include: [mail], columns: { id: customer_id } }] }";
        assertThat(sql(planned(targets, events.insert(CUSTOMERS, row("id", 1L, "name", "Ada", "mail", "a@b")))))
                .containsExactly(
                        "INSERT INTO `customers` (`id`, `name`) VALUES (91, 'Ada')",
                        "INSERT INTO `mails` (`customer_id`, `mail`) VALUES (91, 'a@b')");
        assertThat(sql(planned(
                        targets,
                        events.update(
                                CUSTOMERS,
                                row("id", 1L, "name", "Ada", "mail", "a@b"),
                                row("id", 1L, "name", "Ada", "mail", "c@d")))))
                .containsExactly("UPDATE `mails` SET `mail` = 'c@d' WHERE `customer_id` = 91");
        assertThat(sql(planned(targets, events.delete(CUSTOMERS, row("id", 1L, "name", "Ada", "mail", "a@b")))))
                .containsExactly(
                        "DELETE FROM `customers` WHERE `id` = 91", "DELETE FROM `mails` WHERE `customer_id` = 91");
    }

    @Test
    void aReckonedColumnFollowsWhatItIsMadeOf() {
        assertThat(sql(planned(
                        "{ columns: { first_name: { expression: \"name + ' ' + tier\" } } }",
                        events.update(
                                CUSTOMERS,
                                row("id", 1L, "name", "Ada", "tier", 1L),
                                row("id", 1L, "name", "Ada", "tier", 2L)))))
                .containsExactly("UPDATE `customers` SET `tier` = 2, `first_name` = 'Ada 2' WHERE `id` = 91");
    }

    @Test
    void aProcessorIsAskedAboutEachChange() {
        RowChange change =
                events.insert(CUSTOMERS, row("id", 1L, "name", "Ada King Lovelace", "mail", "a@b", "newsletter", 1L));
        PlannedEvent planned = planned("{ processor: customers }", change, new CustomerProcessor());

        assertThat(sql(planned))
                .containsExactly(
                        "INSERT INTO `customers` (`id`, `mail`, `first_name`, `last_name`) VALUES (91, 'a@b', 'Ada King', 'Lovelace')",
                        "INSERT INTO `newsletter` (`customer_id`, `mail`) VALUES (91, 'a@b')");
    }

    @Test
    void aProcessorThatFailsIsNamed() {
        RowChange change = events.insert(CUSTOMERS, row("id", 1L, "name", "Ada"));
        assertThatThrownBy(() -> planned("{ processor: broken }", change, new Broken()))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROCESSOR_FAILED))
                .hasMessage(
                        "processor broken: java.lang.IllegalArgumentException: id belongs to the row's key, which cannot change");
    }

    @Test
    void aProcessorThatNobodyHasIsAProblem() {
        RowChange change = events.insert(CUSTOMERS, row("id", 1L, "name", "Ada"));
        assertThatThrownBy(() -> planned("{ processor: custmers }", change, new CustomerProcessor()))
                .hasMessage(
                        "pipeline.yaml:5 dfs.tables.customers.processor: there is no processor 'custmers'; did you mean 'customers'?");
    }

    private static final class Broken implements TableProcessor {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public void change(TargetChange change) {
            change.set("id", 7);
        }
    }
}

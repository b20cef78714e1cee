package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.config;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.plan.PlannedEvent;
import io.dataflowsync.dpu.plan.Processors;
import io.dataflowsync.dpu.plan.RowName;
import io.dataflowsync.dpu.plan.RowPlanner;
import io.dataflowsync.dpu.plan.TableContext;
import io.dataflowsync.dpu.plan.TableRegistry;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.statement.ConflictKeys;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a partial change does not tell it may touch. */
class PartialChangesTest {
    private static final TableName CUSTOMERS = name("customers");
    private static final TableDefinition PLAIN = table("customers", "#id bigint", "mail varchar(80)", "tier int");
    private static final TableDefinition UNIQUE = new TableDefinition(
            CUSTOMERS, PLAIN.columns(), PLAIN.primaryKey(), List.of(List.of("mail", "tier")), List.of());
    private static final TableDefinition REFERRING = referring(
            table("orders", "#id bigint", "customer_id bigint", "note text"), "customer_id", "customers", "id");

    private final TestEvents events = new TestEvents();

    private static PlannedEvent planned(TableDefinition table, RowChange change) {
        PipelineConfig config = config(Map.of());
        List<TableDefinition> tables = table.name().equals(CUSTOMERS) ? List.of(table) : List.of(PLAIN, table);
        TableRegistry registry = new TableRegistry(
                config, new Processors(config, List.of()), () -> tables, () -> tables, new TargetActions(config));
        TableContext context = registry.context(table.name(), null);
        KeyNeeds needs = new KeyNeeds();
        RowPlanner.addNeeds(context, change, needs);
        KnownKeys keys = new KnownKeys();
        needs.bySpace()
                .forEach((space, old) -> old.forEach(
                        key -> keys.add(space, key, new Relationship("9" + key, Relationship.State.APPLIED))));
        Received received = new Received(0, 1, 1, Instant.EPOCH, change.id(), change, null);
        return RowPlanner.plan(received, context, change, keys);
    }

    @Test
    void aUniqueValueThatMayBeGivenUpLetsNothingBeOvertaken() {
        events.partial();

        assertThat(planned(UNIQUE, events.update(CUSTOMERS, row("id", 1L), row("id", 1L, "tier", 2L)))
                        .work()
                        .conflictKeys())
                .isSameAs(ConflictKeys.EVERYTHING);
        assertThat(planned(UNIQUE, events.update(CUSTOMERS, row("id", 1L), row("id", 1L, "mail", "m", "tier", 2L)))
                        .work()
                        .conflictKeys())
                .isSameAs(ConflictKeys.EVERYTHING);
        assertThat(planned(UNIQUE, events.delete(CUSTOMERS, row("id", 1L)))
                        .work()
                        .conflictKeys())
                .isSameAs(ConflictKeys.EVERYTHING);
    }

    @Test
    void whereNoUniqueValueChangesOnlyTheRowIsTouched() {
        events.partial();

        assertThat(planned(PLAIN, events.update(CUSTOMERS, row("id", 1L), row("id", 1L, "tier", 2L)))
                        .work()
                        .conflictKeys()
                        .row())
                .isNotNull();
        assertThat(planned(PLAIN, events.delete(CUSTOMERS, row("id", 1L)))
                        .work()
                        .conflictKeys()
                        .row())
                .isNotNull();
        assertThat(planned(
                                UNIQUE,
                                events.update(
                                        CUSTOMERS,
                                        row("id", 1L, "mail", "a", "tier", 1L),
                                        row("id", 1L, "mail", "b", "tier", 1L)))
                        .work()
                        .conflictKeys()
                        .row())
                .isNotNull();
    }

    @Test
    void theParentBeforeIsAnyOfItsTableWhereItIsNotTold() {
        events.partial();
        PlannedEvent unknown =
                planned(REFERRING, events.update(name("orders"), row("id", 1L), row("id", 1L, "note", "x")));
        PlannedEvent known = planned(
                REFERRING,
                events.update(name("orders"), row("id", 1L, "customer_id", 7L), row("id", 1L, "customer_id", 8L)));

        assertThat(unknown.affected().left()).containsExactly(RowName.any(CUSTOMERS));
        assertThat(unknown.work().conflictKeys()).isSameAs(ConflictKeys.EVERYTHING);
        assertThat(known.affected().left()).containsExactly(new RowName(CUSTOMERS, "7"));
        assertThat(known.affected().parents()).containsExactly(new RowName(CUSTOMERS, "8"));
        assertThat(known.work().conflictKeys().row()).isNotNull();
    }
}

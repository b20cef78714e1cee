package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.config;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.numbered;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ReferredKeys;
import io.dataflowsync.dpu.plan.AffectedKeys;
import io.dataflowsync.dpu.plan.AffectedRowsFinder;
import io.dataflowsync.dpu.plan.Processors;
import io.dataflowsync.dpu.plan.RowName;
import io.dataflowsync.dpu.plan.TableContext;
import io.dataflowsync.dpu.plan.TableRegistry;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which keys changes touch by which foreign keys refer to rows. */
class ReferredKeysTest {
    private static final TableName REGIONS = name("regions");
    private static final TableName SHOPS = name("shops");
    private static final TableName TILLS = name("tills");

    private final TestEvents events = new TestEvents();

    private static TableDefinition referring(
            TableDefinition table, List<String> columns, TableName parent, List<String> parentColumns) {
        return new TableDefinition(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                List.of(new ForeignKey("fk", columns, parent, parentColumns, Rule.CASCADE, Rule.CASCADE)));
    }

    private static TableDefinition inLetters(TableDefinition table, String collation) {
        return table.over(table.columns().stream()
                .map(c -> c.type().startsWith("varchar")
                        ? new ColumnDefinition(c.name(), c.type(), true, false, false, true, collation, false)
                        : c)
                .toList());
    }

    private static List<TableDefinition> tables(String collation) {
        TableDefinition regions = numbered(table("regions", "#id bigint", "code varchar(9)", "v int"));
        TableDefinition shops = numbered(table("shops", "#id bigint", "code varchar(9)", "v int"));
        TableDefinition tills = numbered(table("tills", "#id bigint", "code varchar(9)", "v int"));
        return List.of(
                inLetters(regions, collation),
                inLetters(referring(shops, List.of("code"), REGIONS, List.of("code")), collation),
                inLetters(referring(tills, List.of("code"), SHOPS, List.of("code")), collation));
    }

    private static TableContext context(List<TableDefinition> tables, TableName name) {
        PipelineConfig config = config(Map.of());
        TableRegistry registry = new TableRegistry(
                config, new Processors(config, List.of()), () -> tables, () -> tables, new TargetActions(config));
        return registry.context(name, null);
    }

    private static AffectedKeys keys(List<TableDefinition> tables, RowChange change) {
        return AffectedRowsFinder.with(AffectedRowsFinder.ofOwn(change), change, context(tables, change.table()))
                .keys();
    }

    private static List<RowName> named(TableName table, String... names) {
        return List.of(names).stream().map(name -> new RowName(table, name)).toList();
    }

    @Test
    void aParentAndAChildNameACodeAlikeHoweverItIsWritten() {
        List<TableDefinition> tables = tables("utf8_general_ci");

        AffectedKeys parent = keys(tables, events.insert(REGIONS, row("id", 1L, "code", "A ", "v", 1L)));
        AffectedKeys child = keys(tables, events.insert(SHOPS, row("id", 1L, "code", "a", "v", 1L)));

        assertThat(parent.taken()).isEqualTo(named(REGIONS, "[a]"));
        assertThat(parent.givenUp()).isEmpty();
        assertThat(child.needed()).isEqualTo(named(REGIONS, "[a]"));
        assertThat(child.taken()).isEqualTo(named(SHOPS, "[a]"));
    }

    @Test
    void aReferenceNamesTheKeysThatComeFromFurtherTablesToo() {
        AffectedKeys keys = keys(
                tables("utf8_general_ci"),
                events.update(TILLS, row("id", 1L, "code", "a", "v", 1L), row("id", 1L, "code", "b", "v", 1L)));

        assertThat(keys.left()).containsExactlyInAnyOrder(new RowName(SHOPS, "[a]"), new RowName(REGIONS, "[a]"));
        assertThat(keys.needed()).containsExactlyInAnyOrder(new RowName(SHOPS, "[b]"), new RowName(REGIONS, "[b]"));
    }

    @Test
    void anUpdateThatLeavesTheCodeAloneTakesAndGivesUpNone() {
        AffectedKeys keys = keys(
                tables("utf8_general_ci"),
                events.update(SHOPS, row("id", 1L, "code", "a", "v", 1L), row("id", 1L, "code", "a", "v", 2L)));

        assertThat(keys).isEqualTo(new AffectedKeys(List.of(), List.of(), named(REGIONS, "[a]"), List.of()));
    }

    @Test
    void aCodeWhoseCollationIsNotKnownMayBeAnyAndNullIsNone() {
        List<TableDefinition> tables = tables("utf8_roman_ci");

        assertThat(keys(tables, events.insert(SHOPS, row("id", 1L, "code", "iv", "v", 1L)))
                        .needed())
                .containsExactly(RowName.any(REGIONS));
        assertThat(keys(tables, events.insert(SHOPS, row("id", 1L, "code", null, "v", 1L))))
                .isEqualTo(AffectedKeys.NONE);
    }

    @Test
    void aDeletedRowMayTakeAlongRowsThatOthersNameByCodes() {
        AffectedKeys keys = keys(tables("utf8_bin"), events.delete(REGIONS, row("id", 1L, "code", "a", "v", 1L)));

        assertThat(keys.givenUp()).containsExactlyInAnyOrder(new RowName(REGIONS, "[a]"), RowName.any(SHOPS));
    }

    @Test
    void aPartialChangeMayGiveUpAnyCode() {
        events.partial();
        List<TableDefinition> tables = tables("utf8_general_ci");

        assertThat(keys(tables, events.update(REGIONS, row("id", 1L), row("id", 1L, "v", 2L))))
                .isEqualTo(AffectedKeys.NONE);
        AffectedKeys changed = keys(tables, events.update(REGIONS, row("id", 1L), row("id", 1L, "code", "b")));
        assertThat(changed.givenUp()).containsExactly(RowName.any(REGIONS));
        assertThat(changed.taken()).isEqualTo(named(REGIONS, "[b]"));
    }

    @Test
    void referencesToPrimaryKeysOfIntegersAreOfNoMatter() {
        TableDefinition parent = numbered(table("regions", "#id bigint", "v int"));
        TableDefinition child = referring(
                numbered(table("shops", "#id bigint", "region bigint")), List.of("region"), REGIONS, List.of("id"));

        assertThat(context(List.of(parent, child), SHOPS).plan().references().keys())
                .isEqualTo(ReferredKeys.NONE);
        assertThat(context(List.of(parent, child), REGIONS).plan().references().keys())
                .isEqualTo(ReferredKeys.NONE);
    }
}

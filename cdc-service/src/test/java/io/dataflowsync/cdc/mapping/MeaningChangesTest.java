package io.dataflowsync.cdc.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningChangesTest {
    private static final TableName NAME = new TableName("shop", "t");
    private static final TableDefinition BEFORE = table("id int(11)");

    private static final PipelineConfig CONFIG = Pipelines.of("");

    private final MeaningChanges meanings = new MeaningChanges(CONFIG);

    MeaningChangesTest() {
        meanings.learn(List.of(BEFORE));
    }

    private static TableDefinition table(String key, ForeignKey... references) {
        String[] parts = key.split(" ");
        return new TableDefinition(
                NAME,
                List.of(new ColumnDefinition(parts[0], parts[1], false, false, true, false)),
                List.of(parts[0]),
                List.of(),
                List.of(references));
    }

    private static TableDefinition named(String schema, String name) {
        return new TableDefinition(
                new TableName(schema, name), BEFORE.columns(), BEFORE.primaryKey(), List.of(), List.of());
    }

    private static SchemaChange change(String ddl, TableDefinition... behind) {
        SourcePosition place = new SourcePosition("mysql-bin.000001", 4, 0, null, null);
        EventOrigin origin = new EventOrigin(place.toString(), place, Instant.EPOCH, Instant.EPOCH);
        return new SchemaChange(origin, NAME, ddl, List.of(behind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD COLUMN n INT",
                "alter table t modify n bigint, drop column m",
                "CREATE UNIQUE INDEX i ON t (n)",
                "DROP INDEX i ON t"
            })
    void noLaneWaitsWhereOnlyColumnsAndIndexesChange(String ddl) {
        assertThat(meanings.areChangedBy(change(ddl, BEFORE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RENAME TABLE t TO u",
                "ALTER TABLE t RENAME u",
                "DROP TABLE t",
                "CREATE TABLE t LIKE u",
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "ALTER TABLE t DROP FOREIGN KEY fk",
                "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (n)",
                "ALTER TABLE t CHANGE id ident INT",
                "/* of a tool */ ALTER TABLE t ADD n INT"
            })
    void allLanesMeetWhereANameAKeyOrAReferenceMayChange(String ddl) {
        assertThat(meanings.areChangedBy(change(ddl, BEFORE))).isTrue();
    }

    @Test
    void theDefinitionsTellOfAChangedKeyAndReference() {
        ForeignKey reference = new ForeignKey("fk", List.of("id"), new TableName("shop", "p"), List.of("id"));

        assertThat(meanings.areChangedBy(change("ALTER TABLE t MODIFY id BIGINT", table("id bigint(20)"))))
                .isTrue();
        assertThat(meanings.areChangedBy(change("ALTER TABLE t MODIFY id BIGINT", table("id bigint(20)"))))
                .isFalse();
        assertThat(meanings.areChangedBy(change("ALTER TABLE t ENGINE = InnoDB", table("id bigint(20)", reference))))
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsChanged() {
        assertThat(new MeaningChanges(CONFIG).areChangedBy(change("ALTER TABLE t ADD n INT", BEFORE)))
                .isTrue();
        assertThat(meanings.areChangedBy(change("ALTER TABLE t ADD n INT"))).isTrue();
    }

    @Test
    void statementsOfTablesThatAreOneOnTheTargetKeepTheirOrder() {
        MeaningChanges shared =
                new MeaningChanges(Pipelines.of("tables:\n  t: {target: all}\n  u: {target: ALL}\n  v: {target: x}\n"));
        shared.learn(List.of(BEFORE, named("shop", "v")));
        assertThat(shared.areChangedBy(change("ALTER TABLE t ADD n INT", BEFORE)))
                .isFalse();

        shared.learn(List.of(named("shop", "u")));
        assertThat(shared.areChangedBy(change("ALTER TABLE t ADD n INT", BEFORE)))
                .isTrue();
    }

    @Test
    void soDoThoseOfTablesOfOneNameInTwoSchemas() {
        meanings.learn(List.of(named("archive", "t")));

        assertThat(meanings.areChangedBy(change("ALTER TABLE t ADD n INT", BEFORE)))
                .isTrue();
    }
}

package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows of before a schema change, by a service to which the topic tells all definitions at once: it was away meanwhile. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class VersionsIT {
    private static final BinlogPosition START = new BinlogPosition("mysql-bin.000001", 4);

    private final TestEvents events = new TestEvents().under(START);

    private static TableDefinition since(BinlogPosition place, TableDefinition table) {
        return table.since(place.toString());
    }

    /** Further rows are written under it. */
    private SchemaChange change(String ddl, TableDefinition... behind) {
        SchemaChange change = events.schemaChange(behind[0], ddl);
        BinlogPosition place = place(change);
        events.under(place);
        return new SchemaChange(
                change.origin(),
                change.table(),
                ddl,
                List.of(behind).stream().map(table -> since(place, table)).toList());
    }

    private static BinlogPosition place(ChangeEvent event) {
        return new BinlogPosition(
                event.origin().position().file(), event.origin().position().position());
    }

    private static LaneBench bench(List<TableDefinition> topic, Ddl ddl, String... targetTables) {
        return new LaneBench(topic, Map.of(), OnError.DEAD_LETTER, ddl, targetTables);
    }

    @Test
    void rowsOfATableThatAnotherOneTookThePlaceOf() {
        TableDefinition before = since(START, table("t", "#id int", "n varchar(20)"));
        TableDefinition next = since(START, table("t_next", "#code varchar(20)", "n varchar(20)"));
        List<ChangeEvent> old = List.of(
                events.insert(before.name(), row("id", 1L, "n", "a")),
                events.insert(before.name(), row("id", 2L, "n", "b")),
                events.update(before.name(), row("id", 2L, "n", "b"), row("id", 2L, "n", "bb")),
                events.delete(before.name(), row("id", 1L, "n", "a")));
        TableDefinition kept = table("t_old", "#id int", "n varchar(20)");
        TableDefinition behind = table("t", "#code varchar(20)", "n varchar(20)");
        SchemaChange rename = change("RENAME TABLE t TO t_old, t_next TO t", kept, behind);
        LaneBench bench = bench(
                List.of(
                        before,
                        next,
                        since(place(rename), kept),
                        since(place(rename), behind),
                        since(place(rename), table("t_next"))),
                Ddl.APPLY,
                "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))",
                "CREATE TABLE t_next (code VARCHAR(20) PRIMARY KEY, n VARCHAR(20))");
        run(bench.target, "INSERT INTO t (n) VALUES ('own')");

        bench.apply(old.toArray(ChangeEvent[]::new));
        bench.apply(rename, events.insert(behind.name(), row("code", "k", "n", "new")));

        assertThat(rows(bench.log, "SELECT error FROM dead_letter")).isEmpty();
        assertThat(rows(bench.target, "SELECT n FROM t_old ORDER BY n")).containsExactly("bb", "own");
        assertThat(rows(bench.target, "SELECT code, n FROM t")).containsExactly("k|new");
    }

    @Test
    void childrenOfAReferenceThatIsDropped() {
        TableDefinition owner = since(START, table("owner", "#id int", "n varchar(20)"));
        TableDefinition pet =
                since(START, referring(table("pet", "#id int", "owner_id int"), "owner_id", "owner", "id"));
        ChangeEvent first = events.insert(owner.name(), row("id", 1L, "n", "a"));
        ChangeEvent waiting = events.insert(pet.name(), row("id", 1L, "owner_id", 1L));
        ForeignKey gone = new ForeignKey(
                "fk_owner_id",
                List.of("owner_id"),
                owner.name(),
                List.of("id"),
                ForeignKey.Rule.NO_ACTION,
                ForeignKey.Rule.NO_ACTION,
                true);
        TableDefinition behind =
                new TableDefinition(pet.name(), pet.columns(), pet.primaryKey(), List.of(), List.of(gone));
        SchemaChange drop = change("ALTER TABLE pet DROP FOREIGN KEY fk_owner_id", behind);
        LaneBench bench = bench(
                List.of(owner, pet, since(place(drop), behind)),
                Ddl.STOP,
                "CREATE TABLE owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20)) AUTO_INCREMENT = 501",
                "CREATE TABLE pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, FOREIGN KEY (owner_id) REFERENCES owner (id))");

        bench.apply(first, waiting, drop, events.insert(pet.name(), row("id", 2L, "owner_id", 1L)));

        assertThat(rows(bench.log, "SELECT error FROM dead_letter")).isEmpty();
        assertThat(rows(bench.target, "SELECT o.n FROM pet p JOIN owner o ON o.id = p.owner_id"))
                .containsExactly("a", "a");
    }

    @Test
    void childrenOfAParentWhoseKeyGotAnotherName() {
        TableDefinition parent = since(START, table("parent", "#id int", "v varchar(20)"));
        TableDefinition child =
                since(START, referring(table("child", "#id int", "parent int"), "parent", "parent", "id"));
        ChangeEvent first = events.insert(parent.name(), row("id", 1L, "v", "one"));
        TableDefinition behind = table("parent", "#ident int", "v varchar(20)");
        SchemaChange rename = change("ALTER TABLE parent CHANGE COLUMN id ident INT NOT NULL AUTO_INCREMENT", behind);
        LaneBench bench = bench(
                List.of(parent, child, since(place(rename), behind)),
                Ddl.APPLY,
                "CREATE TABLE parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) AUTO_INCREMENT = 501",
                "CREATE TABLE child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES parent (id))");

        bench.apply(
                first,
                rename,
                events.under(START).insert(child.name(), row("id", 1L, "parent", 1L)),
                events.under(place(rename)).insert(parent.name(), row("ident", 2L, "v", "two")));

        assertThat(rows(bench.log, "SELECT error FROM dead_letter")).isEmpty();
        assertThat(rows(bench.target, "SELECT p.v FROM child c JOIN parent p ON p.ident = c.parent"))
                .containsExactly("one");
        assertThat(rows(bench.target, "SELECT v FROM parent ORDER BY v")).containsExactly("one", "two");
    }

    @Test
    void aRowOfAVersionThatIsNotOnTheTopicIsADeadLetter() {
        LaneBench bench = bench(
                List.of(since(START, table("t", "#id int"))),
                Ddl.APPLY,
                "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT)");

        bench.apply(new TestEvents()
                .under(new BinlogPosition("mysql-bin.000001", 9))
                .insert(TestTables.name("t"), row("id", 1L)));

        assertThat(rows(bench.log, "SELECT error_code FROM dead_letter")).containsExactly("unknown-table");
    }
}

package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.ImportResult;
import io.dataflowsync.dpu.relationship.ImportResult.LineProblem;
import io.dataflowsync.dpu.relationship.RelationshipReader;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Relationships go in and out as CSV. The target's rows 1 and 2 of customers were migrated earlier; 3 is its own. */
class RelationshipImportIT {
    private static final String HEADER = "source_table,old_key,new_key";
    private static final TableName CUSTOMERS = name("customers");
    private static final List<TableDefinition> SOURCE = List.of(
            TestTables.referring(
                    TestTables.table("customers", "#id bigint", "name varchar(80)", "referrer_id bigint"),
                    "referrer_id",
                    "customers",
                    "id"),
            TestTables.table("items", "#order_id bigint", "#line int"),
            TestTables.table("orders", "#id bigint", "note varchar(9)"));

    private final TestEvents events = new TestEvents();

    private static LaneBench bench(List<TableDefinition> source) {
        return bench(source, Map.of());
    }

    private static LaneBench bench(List<TableDefinition> source, Map<String, TableConfig> tables) {
        return new LaneBench(
                source,
                tables,
                OnError.DEAD_LETTER,
                "CREATE TABLE customers (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(80), referrer_id INT,"
                        + " FOREIGN KEY (referrer_id) REFERENCES customers (id))",
                "CREATE TABLE items (order_id BIGINT, line INT, PRIMARY KEY (order_id, line))",
                "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT, note VARCHAR(9))",
                "INSERT INTO customers (name) VALUES ('Ada, earlier'), ('Bob, earlier'), ('own')");
    }

    @Test
    void aSnapshotUpdatesTheRowsWhoseRelationshipsWereImportedAndInsertsTheOthers() {
        LaneBench bench = bench(SOURCE);

        ImportResult result = bench.importRelationships(HEADER, "shop.customers,70,1", "\"shop.customers\", 80 ,\"2\"");
        bench.apply(
                events.snapshot("s1", CUSTOMERS, row("id", 70L, "name", "Ada", "referrer_id", 80L)),
                events.snapshot("s1", CUSTOMERS, row("id", 80L, "name", "Bob", "referrer_id", null)),
                events.snapshot("s1", CUSTOMERS, row("id", 90L, "name", "Eve", "referrer_id", 70L)));

        assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0, List.of()));
        assertThat(rows(bench.target, "SELECT * FROM customers ORDER BY id"))
                .containsExactly("1|Ada|2", "2|Bob|null", "3|own|null", "4|Eve|1");
        assertThat(rows(bench.log, "SELECT old_key, new_key, state FROM relationship ORDER BY 1"))
                .containsExactly("70|1|applied", "80|2|applied", "90|4|applied");
    }

    @Test
    void everyBadLineIsNamedAndNoneIsImported() throws SQLException {
        LaneBench bench = bench(SOURCE);
        bench.apply(
                events.snapshot("s1", CUSTOMERS, row("id", 7L, "name", "here", "referrer_id", 8L)),
                events.snapshot("s1", name("orders"), row("id", 7L, "note", "a")));
        String here = new RelationshipReader(bench.log)
                .byOldKey("shop.customers", "7")
                .orElseThrow()
                .newKey();

        ImportResult result = bench.importRelationships(
                HEADER,
                "shop.customers,70,1",
                "shop.clients,1,1",
                "crm.customers,1,1",
                "customers,1,1",
                "shop.items,1,1",
                "shop.customers,1a,1",
                "shop.customers,1,",
                "shop.customers,1",
                "shop.customers,1,99",
                "shop.customers,1,3000000000",
                "shop.customers,7,2",
                "shop.customers,8,2",
                "shop.customers,9," + here,
                "shop.customers,70,3",
                "shop.customers,71,1");

        assertThat(result.problems())
                .containsExactly(
                        new LineProblem(3, "the source has no table shop.clients"),
                        new LineProblem(4, "the table crm.customers is not captured"),
                        new LineProblem(5, "'customers' is not the name of a table: write schema.table"),
                        new LineProblem(6, "the rows of shop.items get no new keys"),
                        new LineProblem(7, "old_key '1a' is not an integer"),
                        new LineProblem(8, "new_key '' is not an integer"),
                        new LineProblem(9, "it has 2 values, and the first line has another number of them"),
                        new LineProblem(10, "the target's table " + bench.schema + ".customers has no row 99"),
                        new LineProblem(11, "the target's key column takes no number above 2147483647"),
                        new LineProblem(12, "the old key 7 has the new key " + here + " already, applied"),
                        new LineProblem(13, "line 12 has the new key 2 already"),
                        new LineProblem(13, "the old key 8 has the new key 5 already, reserved"),
                        new LineProblem(14, "the new key " + here + " is that of shop.customers 7"),
                        new LineProblem(15, "line 2 has the old key 70 already"),
                        new LineProblem(16, "line 2 has the new key 1 already"));
        assertThat(result.imported()).isZero();
        assertThat(rows(bench.log, "SELECT COUNT(*) FROM relationship")).containsExactly("3");
    }

    @Test
    void aFileThatIsNoCsvIsAProblemOfItsLine() {
        LaneBench bench = bench(SOURCE);

        assertThat(bench.importRelationships("source_table;old_key;new_key").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.problem())
                        .startsWith("the first line has to name the columns source_table,old_key,new_key: it lacks"));
        assertThat(bench.importRelationships(HEADER, "shop.customers,\"7,1").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.problem()).startsWith("not CSV: "));
    }

    @Test
    void whatWasExportedIsImportedIntoAnEmptyLogAndTwiceIsOnce() {
        LaneBench bench = bench(SOURCE);
        bench.apply(
                events.insert(CUSTOMERS, row("id", 7L, "name", "a", "referrer_id", null)),
                events.insert(name("orders"), row("id", 7L, "note", "a")),
                events.insert(CUSTOMERS, row("id", 8L, "name", "b", "referrer_id", 7L)));
        String[] exported = bench.exportedRelationships(null).split("\r\n");
        String[] ofOne = bench.exportedRelationships("shop.orders").split("\r\n");

        ImportResult again = bench.importRelationships(exported);
        Engines.run(
                bench.log,
                "DELETE FROM relationship_table",
                "DELETE FROM relationship_run",
                "DELETE FROM relationship_single",
                "DELETE FROM relationship_state");
        ImportResult anew = bench.importRelationships(exported);

        assertThat(exported).hasSize(4);
        assertThat(exported[0]).isEqualTo("source_table,old_key,target_table,new_key,state");
        assertThat(exported[1]).isEqualTo("shop.customers,7,customers,4,applied");
        assertThat(ofOne).hasSize(2);
        assertThat(again).isEqualTo(new ImportResult(3, 0, 3, 0, List.of()));
        assertThat(anew).isEqualTo(new ImportResult(3, 3, 0, 0, List.of()));
    }

    @Test
    void beforeTheSourceHasToldItsTablesTheTargetsAreGoneBy() {
        LaneBench bench = bench(List.of());

        ImportResult result = bench.importRelationships(HEADER, "shop.customers,70,1", "shop.items,1,1", "shop.no,1,1");

        assertThat(result.problems())
                .containsExactly(
                        new LineProblem(3, "the rows of shop.items get no new keys"),
                        new LineProblem(
                                4,
                                "the target has no table no for shop.no: create it, or name another as its 'target'"));
    }

    @Test
    void importedKeysAreNeverHandedOutAgainThoughTheyLieInAClaimedBlock() {
        LaneBench bench = bench(SOURCE);
        bench.apply(events.insert(CUSTOMERS, row("id", 7L, "name", "first", "referrer_id", null)));
        Engines.run(bench.target, "INSERT INTO customers (id, name) VALUES (6, 'moved here by hand')");

        assertThat(bench.importRelationships(HEADER, "shop.customers,70,6").succeeded())
                .isTrue();
        bench.apply(
                events.insert(CUSTOMERS, row("id", 8L, "name", "second", "referrer_id", 70L)),
                events.insert(CUSTOMERS, row("id", 9L, "name", "third", "referrer_id", null)));

        assertThat(rows(bench.target, "SELECT id, name, referrer_id FROM customers WHERE id > 3 ORDER BY id"))
                .containsExactly("4|first|null", "5|second|6", "6|moved here by hand|null", "1004|third|null");
    }

    @Test
    void aRowThatCameTooLateToBeAdoptedIsImportedWithWhatRefersToIt() throws SQLException {
        LaneBench bench = bench(SOURCE, Map.of("customers", TestTables.adopting("name")));
        bench.apply(events.snapshot("s1", CUSTOMERS, row("id", 90L, "name", "Eve", "referrer_id", 70L)));
        Insert late = events.snapshot("s1", CUSTOMERS, row("id", 70L, "name", "ADA, earlier", "referrer_id", null));
        bench.apply(late);
        assertThat(rows(bench.log, "SELECT old_key, error_code FROM dead_letter"))
                .containsExactly("70|adopt-too-late");

        ImportResult result = bench.importRelationships(HEADER, "shop.customers,70,1");
        bench.requests().ask(late.id(), "replay", "somebody", null, "");
        bench.lookAfter();

        assertThat(result).isEqualTo(new ImportResult(1, 1, 0, 0, List.of()));
        assertThat(rows(
                        bench.target,
                        "SELECT c.name, r.name FROM customers c LEFT JOIN customers r"
                                + " ON r.id = c.referrer_id WHERE c.id <> 2 AND c.id <> 3 ORDER BY c.id"))
                .containsExactly("ADA, earlier|null", "Eve|ADA, earlier");
        assertThat(rows(bench.log, "SELECT old_key, new_key = '1', state FROM relationship ORDER BY 1"))
                .containsExactly("70|1|applied", "90|0|applied");
    }

    @Test
    void anImportIsSeenByALaneThatKnewTheReservedKey() throws SQLException {
        LaneBench bench = bench(SOURCE, Map.of("customers", TestTables.adopting("name")));
        bench.apply(events.snapshot("s1", CUSTOMERS, row("id", 90L, "name", "Eve", "referrer_id", 70L)));
        Insert late = events.snapshot("s1", CUSTOMERS, row("id", 70L, "name", "ADA, earlier", "referrer_id", null));
        bench.apply(late);

        bench.importRelationships(HEADER, "shop.customers,70,1");
        bench.requests().ask(late.id(), "dismiss", "somebody", null, "");
        bench.lookAfter();
        bench.apply(events.insert(CUSTOMERS, row("id", 91L, "name", "Kay", "referrer_id", 70L)));

        assertThat(rows(
                        bench.target,
                        "SELECT name, referrer_id FROM customers WHERE name IN ('Eve', 'Kay') ORDER BY 1"))
                .containsExactly("Eve|1", "Kay|1");
        assertThat(rows(bench.log, "SELECT state, asked FROM dead_letter")).containsExactly("dismissed|null");
        assertThat(rows(bench.log, "SELECT imported FROM relationship_import")).containsExactly("1");
    }

    @Test
    void rowsWhoseKeyHasAnImportedKeyAreKnownByIt() {
        LaneBench bench = bench(
                SOURCE,
                Map.of(
                        "customers",
                        TestTables.adopting("name"),
                        "items",
                        TestTables.references(Map.of("order_id", new ReferenceRule.ToTable("customers")))));
        TableName items = name("items");
        bench.apply(events.snapshot("s1", items, row("order_id", 70L, "line", 1L)));
        bench.apply(events.snapshot("s1", CUSTOMERS, row("id", 70L, "name", "ADA, earlier", "referrer_id", null)));

        bench.importRelationships(HEADER, "shop.customers,70,1");
        assertThat(rows(bench.target, "SELECT * FROM items")).containsExactly("1|1");

        bench.apply(events.truncate(items));
        assertThat(rows(bench.target, "SELECT * FROM items")).isEmpty();
    }

    @Test
    void whatRefersToAnImportedKeyKeepsTheTimeOfItsLastChange() {
        LaneBench bench = bench(SOURCE, Map.of("customers", TestTables.adopting("name")));
        Engines.run(
                bench.target,
                "ALTER TABLE customers ADD changed TIMESTAMP NOT NULL DEFAULT '2001-01-01 00:00:00'"
                        + " ON UPDATE CURRENT_TIMESTAMP");
        bench.apply(events.snapshot("s1", CUSTOMERS, row("id", 90L, "name", "Eve", "referrer_id", 70L)));
        bench.apply(events.snapshot("s1", CUSTOMERS, row("id", 70L, "name", "ADA, earlier", "referrer_id", null)));

        bench.importRelationships(HEADER, "shop.customers,70,1");

        assertThat(rows(bench.target, "SELECT referrer_id, changed FROM customers WHERE name = 'Eve'"))
                .containsExactly("1|2001-01-01 00:00:00");
    }

    @Test
    void manyThousandLinesGoInAndOut() {
        LaneBench bench = bench(SOURCE);
        String values =
                IntStream.rangeClosed(1, 25_000).mapToObj(i -> "(" + i + ")").collect(Collectors.joining(","));
        Engines.run(bench.target, "INSERT INTO orders (id) VALUES " + values);
        String[] lines = IntStream.rangeClosed(0, 25_000)
                .mapToObj(i -> i == 0 ? HEADER : "shop.orders," + (i + 100_000) + "," + i)
                .toArray(String[]::new);

        ImportResult result = bench.importRelationships(lines);

        assertThat(result).isEqualTo(new ImportResult(25_000, 25_000, 0, 0, List.of()));
        assertThat(bench.exportedRelationships("shop.orders").lines()).hasSize(25_001);
        assertThat(bench.exportedRelationships(null).lines()).hasSize(25_001);
    }
}

package io.dataflowsync.dpu.statement;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappedChange.ChangedRow;
import io.dataflowsync.dpu.mapping.MappedChange.GoneRow;
import io.dataflowsync.dpu.mapping.MappedChange.NewRow;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.statement.Waves.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which statements a batch becomes. Rows are named by table and key; whether one is there, by an exclamation mark behind. */
class WavesTest {
    private final StatementGenerator customers =
            new StatementGenerator(table("customers", "#id bigint", "name varchar(20)", "city varchar(20)"));
    private final StatementGenerator orders = new StatementGenerator(TestTables.referring(
            table("orders", "#id bigint", "customer_id bigint", "shape point"), "customer_id", "customers", "id"));
    private final List<Work> work = new ArrayList<>();

    private void newCustomer(long id, String name) {
        add(customers, new NewRow(row("id", id, "name", name), row("id", id), false, false), "c" + id, true);
    }

    private void renamed(long id, String name, Object... unique) {
        add(customers, new ChangedRow(row("name", name), row("id", id), false), "c" + id, false, unique);
    }

    private void moved(long id, @Nullable String city) {
        add(customers, new ChangedRow(row("city", city), row("id", id), false), "c" + id, false);
    }

    private void goneCustomer(long id, Object... unique) {
        add(customers, new GoneRow(row("id", id), false), "c" + id, true, unique);
    }

    private void newOrder(long id, long customer) {
        MappedChange change = new NewRow(row("id", id, "customer_id", customer), row("id", id), false, false);
        work.add(new Work(
                orders.statements(change),
                new ConflictKeys(
                        "o" + id, "o" + id + "!", List.of("o" + id, "o" + id + "!"), List.of("c" + customer + "!"))));
    }

    private void add(StatementGenerator table, MappedChange change, String row, boolean bears, Object... unique) {
        List<Object> writes = new ArrayList<>(List.of(row));
        if (bears) {
            writes.add(row + "!");
        }
        writes.addAll(List.of(unique));
        work.add(new Work(table.statements(change), new ConflictKeys(row, row + "!", writes, List.of())));
    }

    private List<String> sql() {
        List<String> sql = new ArrayList<>();
        List<Integer> all = IntStream.range(0, work.size()).boxed().toList();
        for (Step step : Waves.of(work, all).orElseThrow()) {
            if (step instanceof Step.Rows rows) {
                MultiRow.of(rows.shape(), rows.statements()).forEach(some -> sql.add(some.rows() + ": " + some.sql()));
            } else {
                ((Step.Event) step).statements().forEach(statement -> sql.add("as it is: " + statement.sql()));
            }
        }
        return sql.stream()
                .map(text -> text.replace("`", "").replace("shop.", ""))
                .toList();
    }

    @Test
    void freeChangesOfOneShapeAreOneStatement() {
        newCustomer(1, "Ada");
        moved(7, "Ulm");
        newCustomer(2, "O'Hara");
        goneCustomer(8);
        moved(9, null);
        goneCustomer(10);

        assertThat(sql())
                .containsExactly(
                        "2: INSERT INTO customers (id, name) VALUES (1, 'Ada'), (2, 'O''Hara')",
                        "2: UPDATE customers SET city = CASE id WHEN 7 THEN 'Ulm' WHEN 9 THEN NULL END WHERE id IN (7, 9)",
                        "2: DELETE FROM customers WHERE id IN (8, 10)");
    }

    @Test
    void aRowComesBehindTheOneThatItRefersTo() {
        newOrder(1, 5);
        newCustomer(7, "Ada");
        newOrder(2, 7);
        newOrder(3, 5);

        assertThat(sql())
                .containsExactly(
                        "2: INSERT INTO orders (id, customer_id) VALUES (1, 5), (3, 5)",
                        "1: INSERT INTO customers (id, name) VALUES (7, 'Ada')",
                        "1: INSERT INTO orders (id, customer_id) VALUES (2, 7)");
    }

    @Test
    void changesThatFollowEachOtherOnARowAreFolded() {
        newCustomer(1, "Ada");
        renamed(1, "Eve");
        moved(1, "Ulm");
        renamed(2, "x");
        moved(2, "Bonn");
        renamed(2, "y");
        newCustomer(3, "Bob");
        goneCustomer(3);
        renamed(4, "z");
        goneCustomer(4);

        assertThat(sql())
                .containsExactly(
                        "1: INSERT INTO customers (id, name, city) VALUES (1, 'Eve', 'Ulm')",
                        "1: UPDATE customers SET name = 'y', city = 'Bonn' WHERE id = 2",
                        "1: DELETE FROM customers WHERE id = 4");
    }

    @Test
    void aRowThatComesAgainComesBehindItsEnd() {
        goneCustomer(1);
        newCustomer(1, "Ada");
        renamed(1, "Eve");

        assertThat(sql())
                .containsExactly(
                        "1: DELETE FROM customers WHERE id = 1",
                        "1: INSERT INTO customers (id, name) VALUES (1, 'Eve')");
    }

    @Test
    void whatOthersFollowIsNotFoldedIntoItsRow() {
        StatementGenerator referred = new StatementGenerator(
                table("customers", "#id bigint", "name varchar(20)", "city varchar(20)"),
                new TargetCascades(Map.of(), true, Set.of("name"), Set.of("city"), false),
                List.of("id"));
        add(referred, new NewRow(row("id", 1L, "name", "Ada"), row("id", 1L), false, false), "c1", true);
        add(referred, new GoneRow(row("id", 1L), false), "c1", true);
        add(referred, new NewRow(row("id", 2L, "name", "Bob"), row("id", 2L), false, false), "c2", true);
        add(referred, new ChangedRow(row("name", "Eve"), row("id", 2L), false), "c2", false);

        assertThat(sql())
                .containsExactly(
                        "2: INSERT INTO customers (id, name) VALUES (1, 'Ada'), (2, 'Bob')",
                        "1: DELETE FROM customers WHERE id = 1",
                        "1: UPDATE customers SET name = 'Eve' WHERE id = 2");
    }

    @Test
    void whatCameBetweenKeepsAChangeFromBeingFolded() {
        newCustomer(7, "Ada");
        newOrder(1, 7);
        goneCustomer(7);

        assertThat(sql())
                .containsExactly(
                        "1: INSERT INTO customers (id, name) VALUES (7, 'Ada')",
                        "1: INSERT INTO orders (id, customer_id) VALUES (1, 7)",
                        "1: DELETE FROM customers WHERE id = 7");
    }

    @Test
    void aUniqueValueIsTakenBehindItsRelease() {
        renamed(1, "Eve", "name Ada", "name Eve");
        renamed(2, "Ada", "name Bob", "name Ada");
        goneCustomer(3, "name Eve");

        assertThat(sql())
                .containsExactly(
                        "1: UPDATE customers SET name = 'Eve' WHERE id = 1",
                        "1: UPDATE customers SET name = 'Ada' WHERE id = 2",
                        "1: DELETE FROM customers WHERE id = 3");
    }

    @Test
    void whatNobodyKnowsTheReachOfKeepsItsPlace() {
        newCustomer(1, "Ada");
        newCustomer(2, "Bob");
        work.add(Work.inPlace(List.of(new SqlStatement("DO 1", List.of(), SqlStatement.Expected.ANY, null))));
        newCustomer(3, "Eve");
        renamed(1, "Eva");

        assertThat(sql())
                .containsExactly(
                        "2: INSERT INTO customers (id, name) VALUES (1, 'Ada'), (2, 'Bob')",
                        "as it is: DO 1",
                        "1: INSERT INTO customers (id, name) VALUES (3, 'Eve')",
                        "1: UPDATE customers SET name = 'Eva' WHERE id = 1");
    }

    @Test
    void whereMuchKeepsItsPlaceThereAreNoWaves() {
        newCustomer(1, "Ada");
        work.add(Work.inPlace(List.of(new SqlStatement("DO 1", List.of(), SqlStatement.Expected.ANY, null))));

        assertThat(Waves.of(work, List.of(0, 1))).isEmpty();
        assertThat(Waves.of(work, List.of(0))).isPresent();
    }

    @Test
    void aLargeValueIsSentApartFromTheSql() {
        newCustomer(1, "Ada");
        newCustomer(2, "Bob");
        newCustomer(3, "Cyd");
        newCustomer(4, "x".repeat(300_000));

        assertThat(sql().get(1)).isEqualTo("as it is: INSERT INTO customers (id, name) VALUES (?, ?)");
    }
}

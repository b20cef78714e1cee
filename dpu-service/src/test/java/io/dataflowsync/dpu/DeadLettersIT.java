package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.api.EditedEvent;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be applied on a real target: it alone stays behind, with what depends on it, and comes back in order. The target's own
 * customer is number 1.
 */
class DeadLettersIT {
    private static final TableName CUSTOMERS = name("customers");
    private static final TableName ORDERS = name("orders");
    private static final TableName NOTES = name("notes");
    private static final List<TableDefinition> SOURCE = List.of(
            TestTables.table("customers", "#id bigint", "name varchar(80)", "code int"),
            TestTables.referring(
                    TestTables.table("orders", "#id bigint", "customer_id bigint"), "customer_id", "customers", "id"),
            TestTables.table("notes", "#id bigint", "what varchar(80)"));
    private static final String STATES = "SELECT table_name, old_key, error_code, state FROM dead_letter ORDER BY id";

    private final TestEvents events = new TestEvents();

    private static LaneBench bench(OnError onError) {
        return new LaneBench(
                SOURCE,
                Map.of(),
                onError,
                "CREATE TABLE customers (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) NOT NULL, code SMALLINT,"
                        + " UNIQUE KEY (code))",
                "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT, customer_id BIGINT,"
                        + " FOREIGN KEY (customer_id) REFERENCES customers (id))",
                "CREATE TABLE notes (id BIGINT PRIMARY KEY AUTO_INCREMENT, what VARCHAR(80))",
                "INSERT INTO customers (name, code) VALUES ('own', 1)");
    }

    private ChangeEvent customer(long id, @Nullable String name, long code) {
        return events.insert(CUSTOMERS, row("id", id, "name", name, "code", code));
    }

    private ChangeEvent order(long id, long customer) {
        return events.insert(ORDERS, row("id", id, "customer_id", customer));
    }

    private ChangeEvent rename(long id, @Nullable String from, String to, long code) {
        return events.update(
                CUSTOMERS, row("id", id, "name", from, "code", code), row("id", id, "name", to, "code", code));
    }

    @ParameterizedTest
    @CsvSource({
        "duplicate-value, Bob, 1, UPDATE customers SET code = 100 WHERE id = 1",
        "value-too-long, Bob Bob Bob Bob Bob Bob, 8, ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL",
        "out-of-range, Bob, 40000, ALTER TABLE customers MODIFY code INT",
        "null-value, , 8, ALTER TABLE customers MODIFY name VARCHAR(20) NULL"
    })
    void aRejectedRowHoldsUpWhatDependsOnItAndNothingElse(String code, String name, long number, String mend)
            throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, name, number);

        bench.apply(
                customer(7, "Ada", 7),
                poison,
                order(1, 8),
                customer(9, "Eve", 9),
                order(2, 9),
                rename(7, "Ada", "Ada L.", 7));
        bench.apply(rename(8, name, "Bob!", number), order(3, 8), order(4, 7));

        assertThat(rows(bench.target, "SELECT name, code FROM customers WHERE id > 1 ORDER BY id"))
                .containsExactly("Ada L.|7", "Eve|9");
        assertThat(rows(
                        bench.target,
                        "SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = customer_id ORDER BY o.id"))
                .containsExactly("2|Eve", "4|Ada L.");
        assertThat(rows(bench.log, STATES))
                .containsExactly(
                        "customers|8|" + code + "|dead",
                        "orders|1|waits-behind|waiting",
                        "customers|8|waits-behind|waiting",
                        "orders|3|waits-behind|waiting");
        assertThat(bench.announced).extracting(DeadLetter::id).containsExactly(poison.id());

        Engines.run(bench.target, mend);
        assertThat(bench.requests().ask(poison.id(), "replay", "ann", null, "")).isTrue();
        bench.lookAfter();

        assertThat(rows(bench.target, "SELECT name, code FROM customers WHERE id > 1 ORDER BY id"))
                .containsExactly("Ada L.|7", "Bob!|" + number, "Eve|9");
        assertThat(rows(
                        bench.target,
                        "SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = customer_id ORDER BY o.id"))
                .containsExactly("1|Bob!", "2|Eve", "3|Bob!", "4|Ada L.");
        assertThat(rows(bench.log, "SELECT DISTINCT state FROM dead_letter")).containsExactly("applied");
        assertThat(rows(bench.log, "SELECT status, count(*) FROM dpu_log GROUP BY 1"))
                .containsExactly("applied|9");
        assertThat(rows(bench.log, "SELECT status, SUM(events) FROM dpu_counter GROUP BY 1 HAVING SUM(events) > 0"))
                .containsExactly("applied|9");
        assertThat(rows(bench.log, "SELECT old_key, state FROM relationship WHERE old_key = '8'"))
                .containsExactly("8|applied");
        assertThat(rows(bench.log, "SELECT who, action FROM dead_letter_trace ORDER BY id"))
                .containsExactly(
                        "ann|replay",
                        "ann|applied",
                        "dpu-service|applied",
                        "dpu-service|applied",
                        "dpu-service|applied");
        assertThat(bench.lane().held().isEmpty()).isTrue();
    }

    @Test
    void aRowWhoseParentSomebodyDeletedOnTheTargetWaitsForIt() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        bench.apply(customer(7, "Ada", 7));
        Engines.run(bench.target, "DELETE FROM customers WHERE code = 7");
        ChangeEvent orphan = order(1, 7);

        bench.apply(
                orphan,
                customer(9, "Eve", 9),
                events.update(ORDERS, row("id", 1L, "customer_id", 7L), row("id", 1L, "customer_id", 9L)));
        assertThat(rows(bench.log, STATES))
                .containsExactly("orders|1|missing-parent|dead", "orders|1|waits-behind|waiting");

        bench.requests().ask(orphan.id(), "replay", "ann", null, "");
        bench.lookAfter();
        assertThat(rows(bench.log, "SELECT state, attempts FROM dead_letter ORDER BY id"))
                .containsExactly("dead|2", "waiting|1");

        Engines.run(bench.target, "INSERT INTO customers VALUES (2, 'Ada', 7)");
        bench.requests().ask(orphan.id(), "replay", "ann", null, "");
        bench.lookAfter();
        assertThat(rows(
                        bench.target,
                        "SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = customer_id ORDER BY o.id"))
                .containsExactly("1|Eve");
    }

    @Test
    void aTableThatIsGoneHoldsUpItsOwnRowsAlone() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        bench.apply(events.insert(NOTES, row("id", 1L, "what", "Call")));
        Engines.run(bench.target, "DROP TABLE notes");

        bench.apply(
                events.insert(NOTES, row("id", 2L, "what", "Write")),
                events.update(NOTES, row("id", 2L, "what", "Write"), row("id", 2L, "what", "Wait")),
                customer(7, "Ada", 7));
        assertThat(rows(bench.target, "SELECT name FROM customers WHERE id > 1"))
                .containsExactly("Ada");
        assertThat(rows(bench.log, STATES))
                .containsExactly("notes|2|no-target-table|dead", "notes|2|waits-behind|waiting");

        Engines.run(bench.target, "CREATE TABLE notes (id BIGINT PRIMARY KEY AUTO_INCREMENT, what VARCHAR(80))");
        assertThat(bench.requests().askForAll("ann")).isEqualTo(1);
        bench.lookAfter();
        assertThat(rows(bench.target, "SELECT * FROM notes")).containsExactly("2|Wait");
    }

    @Test
    void aColumnThatIsGoneHoldsUpTheRowsThatNeedIt() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        bench.apply(events.insert(NOTES, row("id", 1L, "what", "Call")));
        Engines.run(bench.target, "ALTER TABLE notes DROP COLUMN what");

        bench.apply(
                events.update(NOTES, row("id", 1L, "what", "Call"), row("id", 1L, "what", "Wait")),
                events.delete(NOTES, row("id", 1L, "what", "Wait")),
                events.insert(NOTES, row("id", 2L, "what", "Write")),
                customer(7, "Ada", 7));
        assertThat(rows(bench.target, "SELECT name FROM customers WHERE id > 1"))
                .containsExactly("Ada");
        assertThat(rows(bench.log, STATES))
                .containsExactly(
                        "notes|1|no-target-column|dead",
                        "notes|1|waits-behind|waiting",
                        "notes|2|no-target-column|dead");

        Engines.run(bench.target, "ALTER TABLE notes ADD COLUMN what VARCHAR(80)");
        assertThat(bench.requests().askForAll("ann")).isEqualTo(2);
        bench.lookAfter();
        assertThat(rows(bench.target, "SELECT * FROM notes")).containsExactly("2|Write");
    }

    @Test
    void aLockThatNeverEndsHoldsUpItsRowAloneAndTheRowComesByItselfWhenItEnds() throws Exception {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        bench.apply(customer(7, "Ada", 7), customer(8, "Bob", 8));
        try (Connection somebody = bench.target.getConnection();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("SELECT * FROM customers WHERE code = 7 FOR UPDATE");

            bench.apply(
                    rename(7, "Ada", "Ada L.", 7), rename(8, "Bob", "Bob!", 8), rename(7, "Ada L.", "Ada Lovelace", 7));

            assertThat(rows(bench.target, "SELECT name FROM customers WHERE id > 1 ORDER BY id"))
                    .containsExactly("Ada", "Bob!");
            assertThat(rows(bench.log, STATES))
                    .containsExactly("customers|7|target-locked|dead", "customers|7|waits-behind|waiting");
            somebody.rollback();
        }

        await().until(
                        () -> {
                            bench.lookAfter();
                            return rows(bench.target, "SELECT name FROM customers WHERE code = 7");
                        },
                        List.of("Ada Lovelace")::equals);
        assertThat(rows(bench.log, "SELECT DISTINCT state FROM dead_letter")).containsExactly("applied");
    }

    @Test
    void aReplayMayHaveOtherValues() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        bench.apply(poison, order(1, 8));
        Map<String, JsonNode> values = Map.of("name", new TextNode("Bob"));
        String edited =
                EditedEvent.of(bench.requests().text(poison.id(), "event").orElseThrow(), values);

        bench.requests().ask(poison.id(), "replay", "ann", edited, "with " + values);
        bench.lookAfter();

        assertThat(rows(bench.target, "SELECT c.name, o.id FROM customers c JOIN orders o ON customer_id = c.id"))
                .containsExactly("Bob|1");
        assertThat(rows(bench.log, "SELECT who, action, text FROM dead_letter_trace ORDER BY id"))
                .containsExactly("ann|replay|with {name=\"Bob\"}", "ann|applied|", "dpu-service|applied|");
        assertThat(rows(bench.log, "SELECT sql_text LIKE '%''Bob''%' FROM dpu_log WHERE old_key = '8'"))
                .containsExactly("1");
    }

    @Test
    void aReplayWithoutValuesIsOfTheEventAsItWas() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        bench.apply(poison);
        Map<String, JsonNode> values = Map.of("name", new TextNode("Rob".repeat(11)));
        String edited =
                EditedEvent.of(bench.requests().text(poison.id(), "event").orElseThrow(), values);
        bench.requests().ask(poison.id(), "replay", "ann", edited, "with " + values);
        bench.lookAfter();

        Engines.run(bench.target, "ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL");
        bench.requests().ask(poison.id(), "replay", "ann", null, "");
        bench.lookAfter();

        assertThat(rows(bench.target, "SELECT name FROM customers WHERE code = 8"))
                .containsExactly("Bob".repeat(10));
    }

    @Test
    void whatIsDismissedWhileTheTargetHasItIsLoggedAsApplied() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        bench.apply(poison);
        Engines.run(bench.target, "ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL");
        bench.requests().ask(poison.id(), "replay", "ann", null, "");
        bench.lookAfter();
        Engines.run(bench.log, "UPDATE dead_letter SET state = 'dead', asked = 'dismiss'");
        bench.lookAfter();

        assertThat(rows(bench.log, "SELECT state FROM dead_letter")).containsExactly("applied");
        assertThat(rows(bench.log, "SELECT state FROM relationship")).containsExactly("applied");
    }

    @Test
    void whatWaitedBehindADismissedOneIsTriedAsIfThatHadNeverBeen() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        ChangeEvent child = order(1, 8);
        bench.apply(poison, child, customer(9, "Eve", 9));

        assertThat(bench.requests().ask(child.id(), "replay", "ann", null, "")).isFalse();
        bench.requests().ask(poison.id(), "dismiss", "ann", null, "");
        bench.lookAfter();

        assertThat(rows(bench.log, STATES))
                .containsExactly("customers|8|value-too-long|dismissed", "orders|1|missing-parent|dead");
        assertThat(rows(bench.log, "SELECT status, count(*) FROM dpu_log GROUP BY 1 ORDER BY 1"))
                .containsExactly("applied|1", "dead|1", "dismissed|1");
        assertThat(bench.requests().ask(poison.id(), "replay", "ann", null, "")).isFalse();
    }

    @Test
    void aTruncateWaitsForTheDeadLettersOfItsTableAndTheTableForIt() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = events.insert(NOTES, row("id", 1L, "what", "x".repeat(81)));
        bench.apply(
                events.insert(NOTES, row("id", 2L, "what", "Call")),
                poison,
                events.truncate(NOTES),
                events.insert(NOTES, row("id", 3L, "what", "Write")));
        assertThat(rows(bench.target, "SELECT what FROM notes")).containsExactly("Call");

        Engines.run(bench.target, "ALTER TABLE notes MODIFY what VARCHAR(100)");
        bench.requests().ask(poison.id(), "replay", "ann", null, "");
        bench.lookAfter();

        assertThat(rows(bench.target, "SELECT what FROM notes")).containsExactly("Write");
        assertThat(rows(bench.log, "SELECT status, count(*) FROM dpu_log GROUP BY 1"))
                .containsExactly("applied|4");
    }

    @Test
    void whoeverTakesOverALaneKnowsWhatWaits() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        bench.apply(poison);

        bench.restart();
        bench.apply(order(1, 8), customer(9, "Eve", 9));
        assertThat(rows(bench.log, STATES))
                .containsExactly("customers|8|value-too-long|dead", "orders|1|waits-behind|waiting");

        bench.requests().ask(poison.id(), "replay", "ann", null, "");
        Engines.run(bench.target, "ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL");
        bench.restart();
        bench.lookAfter();
        assertThat(rows(bench.target, "SELECT o.id FROM orders o JOIN customers c ON c.id = customer_id"))
                .containsExactly("1");
    }

    @Test
    void aReplayThatTheLogNeverHeardOfIsNotDoneTwice() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent poison = customer(8, "Bob".repeat(10), 8);
        bench.apply(poison);
        Engines.run(bench.target, "ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL");
        bench.requests().ask(poison.id(), "replay", "ann", null, "");
        bench.lookAfter();
        List<String> once = rows(bench.target, "SELECT * FROM customers ORDER BY id");

        Engines.run(
                bench.log,
                "UPDATE dead_letter SET state = 'dead', asked = 'replay'",
                "UPDATE dpu_log SET status = 'dead'",
                "DELETE FROM dpu_counter",
                "INSERT INTO dpu_counter VALUES ('shop', 'customers', 'insert', 'dead', 1)");
        Engines.run(bench.target, "UPDATE customers SET name = 'changed since' WHERE code = 8");
        bench.lookAfter();

        assertThat(once).hasSize(2);
        assertThat(rows(bench.target, "SELECT name FROM customers WHERE id > 1"))
                .containsExactly("changed since");
        assertThat(rows(bench.log, "SELECT state FROM dead_letter")).containsExactly("applied");
        assertThat(rows(bench.log, "SELECT status, error FROM dpu_log"))
                .containsExactly("applied|it was applied before, and logged now");
    }

    @Test
    void oneBadEventAmongThousandsCostsAFewStatementsOnly() throws SQLException {
        LaneBench bench = bench(OnError.DEAD_LETTER);
        ChangeEvent[] batch = new ChangeEvent[1_000];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = events.insert(NOTES, row("id", i + 1L, "what", i == 700 ? "x".repeat(81) : "note " + i));
        }
        bench.apply(batch[0]);
        long before = statements(bench);

        ChangeEvent[] rest = java.util.Arrays.copyOfRange(batch, 1, batch.length);
        bench.apply(rest);

        assertThat(rows(bench.target, "SELECT count(*) FROM notes")).containsExactly("999");
        assertThat(statements(bench) - before).isLessThan(120);
    }

    private static long statements(LaneBench bench) {
        return Long.parseLong(
                rows(bench.target, "SHOW GLOBAL STATUS LIKE 'Questions'").get(0).split("\\|")[1]);
    }

    @Test
    void aLaneThatStopsAtAnErrorHasAppliedWhatCameBeforeAndGoesOnByItselfWhenItIsMended() throws Exception {
        LaneBench bench = bench(OnError.STOP);
        Thread work = new Thread(
                () -> bench.apply(customer(7, "Ada", 7), customer(8, "Bob".repeat(10), 8), customer(9, "Eve", 9)));
        work.start();

        await().until(() -> bench.lane().state(), Lane.State.HALTED::equals);
        assertThat(rows(bench.target, "SELECT name FROM customers WHERE id > 1"))
                .containsExactly("Ada");
        assertThat(bench.lane().lastError())
                .isEqualTo("event mysql-bin.000001:24:0 of shop.customers (lane 0, offset 1) cannot be applied:"
                        + " value-too-long: Data truncation: Data too long for column 'name' at row 1");

        Engines.run(bench.target, "ALTER TABLE customers MODIFY name VARCHAR(80) NOT NULL");
        work.join();
        assertThat(rows(bench.target, "SELECT code FROM customers WHERE id > 1 ORDER BY id"))
                .containsExactly("7", "8", "9");
        assertThat(bench.lane().state()).isEqualTo(Lane.State.RUNNING);
        assertThat(rows(bench.log, "SELECT count(*) FROM dead_letter")).containsExactly("0");
    }
}

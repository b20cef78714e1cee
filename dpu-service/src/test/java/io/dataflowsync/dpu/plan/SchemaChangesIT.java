package io.dataflowsync.dpu.plan;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.GhostTable;
import io.dataflowsync.contract.event.LaneRouting;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.LaneBench;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.TestPolls;
import io.dataflowsync.dpu.intake.Lanes.Claim;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of schema changes in one lane, and of a service that breaks off in the middle of one. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SchemaChangesIT {
    private static final TableDefinition BEFORE = table("orders", "#id bigint", "note varchar(20)");
    private static final TableDefinition AFTER = table("orders", "#id bigint", "note varchar(20)", "a int", "b int");

    private final TestEvents events = new TestEvents();

    private static LaneBench bench(Ddl ddl) {
        return new LaneBench(
                List.of(BEFORE),
                Map.of(),
                OnError.DEAD_LETTER,
                ddl,
                "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT, note VARCHAR(20))");
    }

    private static List<String> indexes(LaneBench bench) {
        return rows(
                bench.target,
                "SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = '" + bench.schema
                        + "' AND table_name = 'orders' ORDER BY 1");
    }

    @Test
    void aStatementWhoseCheckpointIsLostIsRunOnce() {
        LaneBench bench = bench(Ddl.APPLY);
        AtomicInteger failing = new AtomicInteger();
        LaneManager owner = bench.newOwner(losingCommits(bench.target, failing), bench.log);
        Claim claim = owner.claim(0);
        bench.put(events.schemaChange(BEFORE, "ALTER TABLE orders ADD INDEX (note)"));
        failing.set(3);

        assertThat(owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))))
                .isTrue();

        assertThat(failing).hasValue(0);
        assertThat(indexes(bench)).containsExactly("note", "PRIMARY");
        assertThat(rows(bench.target, "SELECT COUNT(*) FROM dfs_schema_change")).containsExactly("0");
        assertThat(rows(bench.log, "SELECT status, sql_text, error FROM dpu_log"))
                .containsExactly("applied|ALTER TABLE `" + bench.schema
                        + "`.`orders` ADD INDEX (`note`)|an attempt that was interrupted had done it");
        owner.stop();
    }

    @Test
    void aStatementThatHasConvertedTheRowsIsNotHeldAgainstThemOnceMore() {
        TableDefinition before = table("orders", "#id bigint", "at timestamp");
        LaneBench bench = new LaneBench(
                List.of(before),
                Map.of(),
                OnError.DEAD_LETTER,
                Ddl.APPLY,
                "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NULL)",
                "INSERT INTO orders VALUES (1, '2020-01-02 03:04:05')");
        AtomicInteger failing = new AtomicInteger();
        LaneManager owner = bench.newOwner(losingCommits(bench.target, failing), bench.log);
        Claim claim = owner.claim(0);
        bench.put(events.schemaChange(
                table("orders", "#id bigint", "at datetime"), "ALTER TABLE orders MODIFY at DATETIME"));
        failing.set(3);

        assertThat(owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))))
                .isTrue();

        assertThat(failing).hasValue(0);
        assertThat(rows(bench.log, "SELECT status, error FROM dpu_log"))
                .containsExactly("applied|an attempt that was interrupted had done it");
        assertThat(rows(bench.target, "SELECT at FROM orders")).hasSize(1);
        owner.stop();
    }

    @Test
    void aStatementThatWaitedInVainForALockIsRunThoughSomebodyElseHasChangedTheTable() {
        LaneBench bench = bench(Ddl.APPLY);
        DataSource target =
                locking(bench.target, "ALTER TABLE", () -> run(bench.target, "ALTER TABLE orders ADD COLUMN own INT"));
        LaneManager owner = bench.newOwner(target, bench.log);
        Claim claim = owner.claim(0);
        bench.put(events.schemaChange(
                table("orders", "#id bigint", "note varchar(40)"), "ALTER TABLE orders MODIFY note VARCHAR(40)"));

        assertThat(owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))))
                .isTrue();

        assertThat(rows(
                        bench.target,
                        "SELECT character_maximum_length FROM information_schema.columns WHERE table_schema = '"
                                + bench.schema + "' AND table_name = 'orders' AND column_name = 'note'"))
                .containsExactly("40");
        assertThat(rows(bench.log, "SELECT status, error FROM dpu_log")).containsExactly("applied|null");
        owner.stop();
    }

    @Test
    void whatTheTargetHasAlreadyCountsAsDoneAndTheRestIsRun() {
        LaneBench bench = bench(Ddl.APPLY);
        run(bench.target, "ALTER TABLE orders ADD a BIGINT");

        bench.apply(
                events.schemaChange(AFTER, "ALTER TABLE orders ADD a INT, ADD b INT"),
                events.insert(AFTER.name(), row("id", 1L, "note", "x", "a", 5L, "b", 6L)));

        assertThat(rows(bench.target, "SELECT note, a, b FROM orders")).containsExactly("x|5|6");
        assertThat(rows(bench.log, "SELECT status, error FROM dpu_log WHERE action = 'schema-change'"))
                .containsExactly("applied|the target had it already: Duplicate column name 'a'");
    }

    @Test
    void whatTheTargetRefusesHaltsTheLaneUntilItIsMended() throws InterruptedException {
        LaneBench bench = bench(Ddl.APPLY);
        run(bench.target, "INSERT INTO orders (note) VALUES ('own'), ('own')");
        ChangeEvent.SchemaChange change = events.schemaChange(BEFORE, "CREATE UNIQUE INDEX by_note ON orders (note)");
        Thread work = halted(bench, change, events.insert(BEFORE.name(), row("id", 1L, "note", "x")));

        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.SCHEMA_CHANGE_REFUSED);
        assertThat(bench.lane().lastError())
                .isEqualTo("the source ran CREATE UNIQUE INDEX by_note ON orders (note) (event " + change.id()
                        + "), which is on the target CREATE UNIQUE INDEX `by_note` ON `" + bench.schema
                        + "`.`orders` (`note`): duplicate-value: Duplicate entry 'own' for key 'by_note'");
        run(bench.target, "DELETE FROM orders LIMIT 1");
        work.join();

        assertThat(indexes(bench)).containsExactly("by_note", "PRIMARY");
        assertThat(rows(bench.target, "SELECT note FROM orders ORDER BY note")).containsExactly("own", "x");
    }

    @Test
    void aStoppedLaneSaysWhatToRunAndGoesOnWhenItWas() throws InterruptedException {
        LaneBench bench = bench(Ddl.STOP);
        Thread work = halted(
                bench,
                events.schemaChange(AFTER, "ALTER TABLE orders ADD a INT, ADD b INT DEFAULT 3"),
                events.insert(BEFORE.name(), row("id", 1L, "note", "fits")),
                events.insert(AFTER.name(), row("id", 2L, "note", "x", "a", 5L, "b", 6L)));

        String statement =
                "ALTER TABLE `" + bench.schema + "`.`orders` ADD COLUMN `a` INT, ADD COLUMN `b` INT DEFAULT 3";
        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.TARGET_MISFIT);
        assertThat(bench.lane().lastError()).endsWith("as far as it was not run there yet: " + statement);
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|fits");
        assertThat(rows(bench.log, "SELECT status, sql_text FROM dpu_log WHERE action = 'schema-change'"))
                .containsExactly("skipped|" + statement);
        run(bench.target, statement);
        work.join();

        assertThat(rows(bench.target, "SELECT note, a, b FROM orders ORDER BY note"))
                .containsExactly("fits|null|3", "x|5|6");
        assertThat(rows(bench.log, "SELECT COUNT(*) FROM dead_letter")).containsExactly("0");
        assertThat(bench.lane().state()).isEqualTo(Lane.State.RUNNING);
    }

    @Test
    void aRowThatFitsNoMoreIsADeadLetterWhereChangesAreIgnored() {
        LaneBench bench = bench(Ddl.IGNORE);

        bench.apply(
                events.schemaChange(AFTER, "ALTER TABLE orders ADD a INT, ADD b INT"),
                events.insert(AFTER.name(), row("id", 2L, "note", "x", "a", 5L, "b", 6L)));

        assertThat(rows(bench.target, "SELECT * FROM orders")).isEmpty();
        assertThat(rows(bench.log, "SELECT error_code, state FROM dead_letter"))
                .containsExactly("no-target-column|dead");
    }

    private static ChangeEvent.SchemaChange unchecked(ChangeEvent.SchemaChange change) {
        StatementSession session =
                new StatementSession("shop", List.of(), "", 0, 0, 0, 0, 1, 1, Unchecked.of(true, false));
        return new ChangeEvent.SchemaChange(
                change.origin(),
                change.table(),
                new DdlStatement(change.ddl(), null, session),
                change.definitions(),
                LaneRouting.UNKNOWN,
                GhostTable.NONE,
                List.of());
    }

    @Test
    void rowsOfATableThatIsMadeAgainComeBackUnderTheirKeys() {
        TableDefinition owner = table("owner", "#id int", "n varchar(20)");
        TableDefinition pet = referring(table("pet", "#id int", "owner_id int"), "owner_id", "owner", "id");
        LaneBench bench = new LaneBench(
                List.of(owner, pet),
                Map.of(),
                OnError.DEAD_LETTER,
                Ddl.APPLY,
                "CREATE TABLE owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20)) AUTO_INCREMENT = 501",
                "CREATE TABLE pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, FOREIGN KEY (owner_id) REFERENCES owner (id))");

        bench.apply(
                events.insert(owner.name(), row("id", 1L, "n", "a")),
                events.insert(pet.name(), row("id", 1L, "owner_id", 1L)),
                unchecked(events.schemaChange(owner, "DROP TABLE IF EXISTS owner")),
                unchecked(events.schemaChange(
                        owner, "CREATE TABLE owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))")),
                events.insert(owner.name(), row("id", 1L, "n", "a")),
                events.insert(owner.name(), row("id", 2L, "n", "b")));

        assertThat(rows(bench.log, "SELECT error FROM dead_letter")).isEmpty();
        assertThat(rows(bench.target, "SELECT o.n FROM pet p JOIN owner o ON o.id = p.owner_id"))
                .containsExactly("a");
        assertThat(rows(bench.target, "SELECT id >= 501, n FROM owner ORDER BY n"))
                .containsExactly("1|a", "1|b");
    }

    @Test
    void aKeyThatAGeneratedColumnIsMadeOfIsClaimedAndNotNumberedByTheTarget() {
        TableDefinition made = table("made", "#c1 int", "g int generated");
        LaneBench bench = bench(Ddl.APPLY);

        bench.apply(
                events.schemaChange(made, "CREATE TABLE made (c1 INT PRIMARY KEY, g INT AS (c1 + 1))"),
                events.insert(made.name(), row("c1", 7L)));

        assertThat(rows(bench.log, "SELECT status, sql_text FROM dpu_log WHERE action = 'schema-change'"))
                .containsExactly("applied|CREATE TABLE `" + bench.schema
                        + "`.`made` (`c1` INT PRIMARY KEY, `g` INT AS (`c1` + 1))");
        assertThat(rows(bench.target, "SELECT c1, g FROM made")).containsExactly("1|2");
    }

    @Test
    void oneStatementIsPassedAndTheOneBehindItIsNot() throws InterruptedException {
        LaneBench bench = bench(Ddl.APPLY);
        run(bench.target, "INSERT INTO orders (note) VALUES ('own'), ('own')");
        ChangeEvent.SchemaChange first = events.schemaChange(BEFORE, "CREATE UNIQUE INDEX by_note ON orders (note)");
        ChangeEvent.SchemaChange second = events.schemaChange(BEFORE, "CREATE INDEX of_note ON orders (note)");
        ChangeEvent.SchemaChange third = events.schemaChange(BEFORE, "ALTER TABLE orders ADD UNIQUE (note)");
        Thread work = halted(bench, first, second, third, events.insert(BEFORE.name(), row("id", 1L, "note", "x")));

        assertThat(bench.pass(second)).as("no lane stands before it").isFalse();
        assertThat(bench.pass(first)).isTrue();
        await().until(() -> rows(bench.log, "SELECT event_id, passed_by FROM halted_schema_change")
                .equals(List.of(third.id() + "|null")));
        assertThat(bench.pass(first)).as("the lane is past it").isFalse();
        assertThat(bench.pass(third)).isTrue();
        work.join();

        assertThat(indexes(bench)).containsExactly("of_note", "PRIMARY");
        assertThat(rows(bench.log, "SELECT * FROM halted_schema_change")).isEmpty();
        assertThat(rows(bench.log, "SELECT status, error FROM dpu_log ORDER BY id"))
                .containsExactly(
                        "skipped|not applied: passed by tester",
                        "applied|null",
                        "skipped|not applied: passed by tester",
                        "applied|null");
        assertThat(rows(bench.target, "SELECT COUNT(*) FROM orders")).containsExactly("3");
    }

    @Test
    void aTableThatWasPassedKeepsItsKeysThoughTheLogsAreCompletedLater() throws InterruptedException {
        LaneBench bench = bench(Ddl.APPLY);
        run(
                bench.target,
                "CREATE TABLE line (order_id BIGINT, FOREIGN KEY (order_id) REFERENCES orders (id))",
                "ALTER TABLE orders AUTO_INCREMENT = 100");
        bench.apply(events.insert(BEFORE.name(), row("id", 1L, "note", "x")));
        run(bench.target, "INSERT INTO line VALUES (100)");
        ChangeEvent.SchemaChange drop = events.schemaChange(BEFORE, "DROP TABLE orders");
        AtomicInteger failing = new AtomicInteger();
        LaneManager owner = bench.newOwner(bench.target, losingCommits(bench.log, failing));
        Claim claim = owner.claim(0);
        bench.put(drop);
        Thread work = new Thread(() -> owner.take(0, claim.epoch(), TestPolls.of(bench.received(1))));
        work.start();
        await().until(() -> owner.lanes().get(0).state() == Lane.State.HALTED);
        failing.set(3);
        assertThat(bench.pass(drop)).isTrue();
        work.join();

        assertThat(failing).hasValue(0);
        assertThat(rows(bench.log, "SELECT COUNT(*) FROM relationship")).containsExactly("1");
        assertThat(rows(bench.log, "SELECT status FROM dpu_log WHERE action = 'schema-change'"))
                .containsExactly("skipped");
        owner.stop();
    }

    @Test
    void nobodyPassesAStatementThatIsAboutToBeRun() throws SQLException {
        LaneBench bench = bench(Ddl.APPLY);
        HaltedSchemaChanges halted = bench.halted();
        ChangeEvent.SchemaChange change = events.schemaChange(BEFORE, "DROP TABLE orders");

        halted.keep(change, 0, "first");
        halted.keep(change, 0, "then");
        assertThat(halted.list()).extracting(HaltedSchemaChanges.Halted::error).containsExactly("then");
        assertThat(halted.goesOn(change.id())).isTrue();
        assertThat(halted.pass(change.id(), "tester")).isFalse();

        halted.keep(change, 0, "again");
        assertThat(halted.pass(change.id(), "tester")).isTrue();
        assertThat(halted.goesOn(change.id())).isFalse();
        halted.keep(change, 0, "again");
        assertThat(halted.passedBy(change.id())).contains("tester");
    }

    @Test
    void anotherTableOfTheNameIsNotTheOneThatIsWanted() throws InterruptedException {
        TableDefinition made = table("made", "#id int", "n int");
        LaneBench bench = bench(Ddl.APPLY);
        run(bench.target, "CREATE TABLE made (id INT PRIMARY KEY AUTO_INCREMENT, other INT)");
        Thread work = halted(
                bench,
                events.schemaChange(made, "CREATE TABLE made (id INT PRIMARY KEY AUTO_INCREMENT, n INT)"),
                events.insert(made.name(), row("id", 7L, "n", 1L)));

        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.SCHEMA_CHANGE_REFUSED);
        assertThat(bench.lane().lastError()).endsWith("Table 'made' already exists");
        run(bench.target, "ALTER TABLE made ADD n INT");
        work.join();

        assertThat(rows(bench.target, "SELECT n FROM made")).containsExactly("1");
    }

    @Test
    void threeRenamesOfOneStatementSwapTheKeysToo() {
        TableDefinition a = table("a", "#id int", "n varchar(20)");
        TableDefinition b = table("b", "#id int", "n varchar(20)");
        String columns = " (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))";
        LaneBench bench = new LaneBench(
                List.of(a, b),
                Map.of(),
                OnError.DEAD_LETTER,
                Ddl.APPLY,
                "CREATE TABLE a" + columns + " AUTO_INCREMENT = 100",
                "CREATE TABLE b" + columns + " AUTO_INCREMENT = 200");

        bench.apply(
                events.insert(a.name(), row("id", 1L, "n", "a1")),
                events.insert(b.name(), row("id", 1L, "n", "b1")),
                events.schemaChange(a, "RENAME TABLE a TO tmp, b TO a, tmp TO b"),
                events.update(a.name(), row("id", 1L, "n", "b1"), row("id", 1L, "n", "now a's")),
                events.delete(b.name(), row("id", 1L, "n", "a1")));

        assertThat(rows(bench.log, "SELECT error FROM dead_letter")).isEmpty();
        assertThat(rows(bench.target, "SELECT id, n FROM a")).containsExactly("200|now a's");
        assertThat(rows(bench.target, "SELECT id, n FROM b")).isEmpty();
    }

    /** The work of a lane that stands still. */
    private static Thread halted(LaneBench bench, ChangeEvent... changes) {
        Thread work = new Thread(() -> bench.apply(changes));
        work.start();
        await().until(() -> bench.lane().state() == Lane.State.HALTED);
        return work;
    }

    /** Its connections break when they commit, so many times. */
    private static DataSource losingCommits(DataSource source, AtomicInteger times) {
        return proxy(DataSource.class, source, (method, call) -> {
            Object result = call.call();
            return result instanceof Connection connection
                    ? proxy(Connection.class, connection, (name, inner) -> {
                        if (name.equals("commit") && times.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            throw new SQLException("the connection is lost", "08S01");
                        }
                        return inner.call();
                    })
                    : result;
        });
    }

    /** Of which a statement waits in vain for a lock once, while somebody else does another. */
    private static DataSource locking(DataSource source, String statement, Runnable meanwhile) {
        AtomicInteger times = new AtomicInteger(1);
        return proxy(DataSource.class, source, (method, call) -> {
            Object result = call.call();
            return result instanceof Connection connection
                    ? proxy(Connection.class, connection, (name, inner) -> {
                        Object made = inner.call();
                        return made instanceof Statement plain && name.equals("createStatement")
                                ? proxy(Statement.class, plain, (run, execution) -> {
                                    if (run.startsWith("execute " + statement) && times.getAndDecrement() > 0) {
                                        meanwhile.run();
                                        throw new SQLException("Lock wait timeout exceeded", "HY000", 1205);
                                    }
                                    return execution.call();
                                })
                                : made;
                    })
                    : result;
        });
    }

    private interface Call {
        @Nullable
        Object call() throws Throwable;
    }

    private interface Around {
        @Nullable
        Object call(String method, Call call) throws Throwable;
    }

    private static String told(Method method, @Nullable Object @Nullable [] arguments) {
        return arguments == null ? method.getName() : method.getName() + " " + arguments[0];
    }

    private static <T> T proxy(Class<T> type, Object of, Around around) {
        return type.cast(Proxy.newProxyInstance(
                SchemaChangesIT.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> around.call(told(method, arguments), () -> {
                    try {
                        return method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}

package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.Lanes.Claim;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A service that breaks off between two of its steps, and the one that comes after it. */
class CrashIT {
    private static final TableName ORDERS = name("orders");

    private final TestEvents events = new TestEvents();
    private final LaneBench bench = new LaneBench(
            List.of(TestTables.table("orders", "#id bigint", "note varchar(20)")),
            Map.of(),
            OnError.DEAD_LETTER,
            "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT, note VARCHAR(20))",
            "INSERT INTO orders (note) VALUES ('own')");

    @Test
    void aKeyThatWasReservedBeforeTheCrashIsTheOneThatTheRowGets() throws Exception {
        bench.put(events.insert(ORDERS, row("id", 7L, "note", "Tea")));

        int prepareAndClaimAndTablesAndNumbers = 4;
        breakOff(
                breaksAfter(bench.target, prepareAndClaimAndTablesAndNumbers),
                bench.log,
                "SELECT count(*) FROM relationship_run",
                "1");
        assertThat(rows(bench.log, "SELECT first_old, first_new FROM relationship_run"))
                .containsExactly("7|2");
        assertThat(rows(bench.log, "SELECT * FROM relationship")).isEmpty();
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own");

        bench.restart();
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Tea");
        assertThat(rows(bench.log, "SELECT old_key, new_key, state FROM relationship"))
                .containsExactly("7|2|applied");
    }

    @Test
    void whatTheTargetHasAndTheLogLacksIsCompletedFromTheTopicAndNotAppliedTwice() throws Exception {
        bench.put(
                events.insert(ORDERS, row("id", 7L, "note", "Tea")),
                events.insert(ORDERS, row("id", 8L, "note", "x".repeat(21))),
                events.update(ORDERS, row("id", 7L, "note", "Tea"), row("id", 70L, "note", "Pot")),
                events.insert(ORDERS, row("id", 7L, "note", "Can")));

        int claimAndReserveAndDeadLetter = 5 + 1 + 1;
        breakOffAtTarget(breaksAfter(bench.log, claimAndReserveAndDeadLetter));
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Pot");
        assertThat(rows(bench.target, "SELECT topic_offset FROM dfs_checkpoint"))
                .containsExactly("2");
        assertThat(rows(bench.log, "SELECT count(*) FROM dpu_log")).containsExactly("0");

        bench.restart();
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Pot", "1003|Can");
        assertThat(rows(bench.log, "SELECT topic_offset, action, status, old_key, new_key FROM dpu_log ORDER BY id"))
                .containsExactly(
                        "0|insert|applied|7|2", "1|insert|dead|8|3", "2|update|applied|7|2", "3|insert|applied|7|1003");
        assertThat(rows(bench.log, "SELECT old_key, new_key, state FROM relationship ORDER BY new_key"))
                .containsExactly("7|1003|applied", "70|2|applied", "8|3|reserved");
        assertThat(rows(bench.log, "SELECT action, status, events FROM dpu_counter ORDER BY action, status"))
                .containsExactly("insert|applied|2", "insert|dead|1", "update|applied|1");
    }

    @Test
    void aRowWhoseKeyChangesHasTheNewKeyThatItKeptThoughTheChangedOneIsNamedBeforeThatIsLogged() throws Exception {
        bench.put(
                events.insert(ORDERS, row("id", 7L, "note", "Tea")),
                events.insert(ORDERS, row("id", 8L, "note", "Can")),
                events.update(ORDERS, row("id", 7L, "note", "Tea"), row("id", 70L, "note", "Pot")));

        int claimAndReserve = 5 + 1;
        breakOffAtTarget(breaksAfter(bench.log, claimAndReserve));
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Pot", "3|Can");
        Engines.run(
                bench.log,
                "INSERT INTO relationship_single SELECT table_no, 70, 99, NOW(6) FROM relationship_table",
                "INSERT INTO relationship_state SELECT table_no, 0, 0, 1 << 6, 0, 0, 0, 0, 0, 0 FROM relationship_table");

        bench.restart();
        bench.apply(events.update(ORDERS, row("id", 70L, "note", "Pot"), row("id", 70L, "note", "Cup")));
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Cup", "3|Can");
        assertThat(rows(bench.log, "SELECT old_key, new_key, state FROM relationship ORDER BY new_key"))
                .containsExactly("70|2|applied", "8|3|applied");
    }

    @Test
    void aLogThatWasRestoredFromAnEarlierStateIsFoundOut() throws Exception {
        bench.apply(events.insert(ORDERS, row("id", 7L, "note", "Tea")));
        bench.apply(
                events.insert(ORDERS, row("id", 8000L, "note", "Pot")),
                events.update(ORDERS, row("id", 8000L, "note", "Pot"), row("id", 8000L, "note", "Can")));
        Engines.run(
                bench.log,
                "DELETE FROM relationship_run WHERE first_old = 8000",
                "DELETE FROM relationship_state WHERE line = 8000 DIV 256",
                "DELETE FROM dpu_log WHERE topic_offset > 0",
                "UPDATE dpu_progress SET topic_offset = 0");

        LaneManager owner = bench.newOwner(bench.target, bench.log);
        Claim claim = owner.claim(0);
        Thread work =
                new Thread(() -> owner.take(0, claim.epoch(), TestPolls.of(bench.received((int) claim.position()))));
        work.start();
        Lane lane = owner.lanes().get(0);
        await().until(() -> lane.state() == Lane.State.HALTED);

        assertThat(lane.lastCode()).isEqualTo(ErrorCode.LOG_MISMATCH);
        assertThat(lane.lastError()).startsWith("the target has the row of event ");
        assertThat(rows(bench.log, "SELECT old_key FROM relationship")).containsExactly("7");
        Engines.run(
                bench.log,
                "INSERT INTO relationship_single SELECT table_no, 8000, 1002, NOW(6) FROM relationship_table");
        work.join();
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Tea", "1002|Can");
        assertThat(rows(bench.log, "SELECT old_key, new_key, state FROM relationship ORDER BY old_key"))
                .containsExactly("7|2|applied", "8000|1002|applied");
        owner.stop();
    }

    @Test
    void aLogThatHadReachedMoreLacksTheDeadLettersOfThen() {
        bench.apply(events.insert(ORDERS, row("id", 7L, "note", "Tea")));
        bench.apply(events.update(ORDERS, row("id", 7L, "note", "Tea"), row("id", 7L, "note", "Pot")));
        bench.apply(events.update(ORDERS, row("id", 7L, "note", "Pot"), row("id", 7L, "note", "Can")));
        Engines.run(
                bench.log, "DELETE FROM dpu_log WHERE topic_offset > 0", "UPDATE dpu_progress SET topic_offset = 0");

        LaneManager owner = bench.newOwner(bench.target, bench.log);
        owner.claim(0);
        Lane lane = owner.lanes().get(0);

        assertThat(lane.state()).isEqualTo(Lane.State.HALTED);
        assertThat(lane.lastCode()).isEqualTo(ErrorCode.LOG_MISMATCH);
        assertThat(lane.lastError())
                .isEqualTo(
                        "the logs go to offset 0 but had reached 1: they were restored from an earlier state, which has none of"
                                + " the dead letters since then");
        owner.stop();
    }

    @Test
    void everythingReadAgainChangesNothing() {
        bench.apply(
                events.insert(ORDERS, row("id", 7L, "note", "Tea")),
                events.update(ORDERS, row("id", 7L, "note", "Tea"), row("id", 7L, "note", "Pot")),
                events.delete(ORDERS, row("id", 7L, "note", "Pot")));

        bench.restart();
        bench.restart();

        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own");
        assertThat(rows(bench.log, "SELECT count(*) FROM dpu_log")).containsExactly("3");
        assertThat(rows(bench.log, "SELECT sum(events) FROM dpu_counter")).containsExactly("3");
    }

    @Test
    void anOwnerWhoseLaneHasANewOwnerCannotCommit() {
        bench.apply(events.insert(ORDERS, row("id", 7L, "note", "Tea")));
        LaneManager other = bench.newOwner(bench.target, bench.log);
        Claim claim = other.claim(0);

        bench.apply(events.insert(ORDERS, row("id", 8L, "note", "Pot")));

        assertThat(bench.lane().state()).isEqualTo(Lane.State.FENCED);
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Tea");
        assertThat(other.take(0, claim.epoch(), TestPolls.of(bench.received((int) claim.position()))))
                .isTrue();
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Tea", "3|Pot");
        other.stop();
    }

    @Test
    void aTargetThatIsAwayIsWaitedFor() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        LaneManager owner = bench.newOwner(breaking(bench.target, left), bench.log);
        Claim claim = owner.claim(0);
        left.set(0);
        bench.put(events.insert(ORDERS, row("id", 7L, "note", "Tea")));
        Thread work = new Thread(() -> owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))));
        work.start();

        await().until(() -> owner.lanes().get(0).state() == Lane.State.RETRYING);
        left.set(1_000);
        work.join();

        assertThat(owner.lanes().get(0).state()).isEqualTo(Lane.State.RUNNING);
        assertThat(rows(bench.target, "SELECT * FROM orders")).containsExactly("1|own", "2|Tea");
    }

    private void breakOffAtTarget(DataSource log) throws Exception {
        LaneManager owner = bench.newOwner(bench.target, log);
        Claim claim = owner.claim(0);
        Thread work = new Thread(() -> owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))));
        work.start();
        await().until(() -> rows(bench.target, "SELECT topic_offset FROM dfs_checkpoint"), List.of("2")::equals);
        owner.stop();
        work.join();
    }

    private void breakOff(DataSource target, DataSource log, String query, String until) throws Exception {
        LaneManager owner = bench.newOwner(target, log);
        Claim claim = owner.claim(0);
        Thread work = new Thread(() -> owner.take(0, claim.epoch(), TestPolls.of(bench.received(0))));
        work.start();
        await().until(() -> rows(bench.log, query), List.of(until)::equals);
        owner.stop();
        work.join();
    }

    private static DataSource breaksAfter(DataSource source, int connections) {
        return breaking(source, new AtomicInteger(connections));
    }

    /** Gives so many connections and then no more. */
    private static DataSource breaking(DataSource source, AtomicInteger left) {
        return (DataSource) Proxy.newProxyInstance(
                CrashIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && left.getAndDecrement() <= 0) {
                        throw new SQLException("the server is away", "08001");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A change of one row changes that row on the target and no other, however its table is keyed there. */
class OneRowIT {
    private static final TableName ITEMS = name("items");
    private static final TableDefinition ITEMS_IN_SOURCE = table("items", "#id varchar(20)", "v varchar(20)");

    private final TestEvents events = new TestEvents();

    @Test
    void aGeneratedKeyFindsItsRowsAndFollowsTheColumnsItIsComputedFrom() {
        TableName table = name("generated");
        LaneBench bench = bench(
                table("generated", "a int", "v varchar(10)", "#b int generated"),
                "CREATE TABLE `generated` (a INT, v VARCHAR(10), b INT AS (a + 1) STORED PRIMARY KEY)");

        bench.apply(
                events.insert(table, row("b", 2L, "a", 1L, "v", "x")),
                events.insert(table, row("b", 3L, "a", 2L, "v", "y")),
                events.insert(table, row("b", 4L, "a", 3L, "v", "z")),
                events.insert(table, row("b", 5L, "a", 4L, "v", "w")));
        bench.apply(
                events.update(table, row("b", 3L, "a", 2L, "v", "y"), row("b", 3L, "a", 2L, "v", "yy")),
                events.update(table, row("b", 2L, "a", 1L, "v", "x"), row("b", 11L, "a", 10L, "v", "x")),
                events.delete(table, row("b", 4L, "a", 3L, "v", "z")),
                events.update(table, row("b", 11L, "a", 10L, "v", "x"), row("b", 11L, "a", 10L, "v", "xx")));

        assertThat(rows(bench.target, "SELECT a, v, b FROM `generated` ORDER BY a"))
                .containsExactly("2|yy|3", "4|w|5", "10|xx|11");
        assertThat(rows(bench.log, "SELECT old_key, new_key FROM dpu_log WHERE action = 'update' ORDER BY id"))
                .containsExactly("3|3", "2|11", "11|11");
    }

    @Test
    void aKeyWithAGeneratedColumnIsComparedAsAWhole() {
        TableName table = name("sales");
        LaneBench bench = bench(
                table("sales", "#shop int", "sold datetime", "#day date generated", "v int"),
                "CREATE TABLE sales (shop INT, sold DATETIME NOT NULL, day DATE AS (DATE(sold)) STORED, v INT,"
                        + " PRIMARY KEY (shop, day))");

        bench.apply(
                sale(table, 1L, "2020-01-01", 1L),
                sale(table, 1L, "2020-01-02", 2L),
                sale(table, 2L, "2020-01-01", 3L));
        bench.apply(
                new ChangeEvent.Update(
                        sale(table, 1L, "2020-01-02", 2L).origin(),
                        table,
                        row("shop", 1L, "day", "2020-01-02"),
                        row("shop", 1L, "day", "2020-01-02"),
                        sale(table, 1L, "2020-01-02", 2L).after(),
                        sale(table, 1L, "2020-01-02", 22L).after()),
                new ChangeEvent.Delete(
                        sale(table, 1L, "2020-01-01", 1L).origin(),
                        table,
                        row("shop", 1L, "day", "2020-01-01"),
                        sale(table, 1L, "2020-01-01", 1L).after()));

        assertThat(rows(bench.target, "SELECT shop, day, v FROM sales ORDER BY shop, day"))
                .containsExactly("1|2020-01-02|22", "2|2020-01-01|3");
    }

    private ChangeEvent.Insert sale(TableName table, long shop, String day, long v) {
        ChangeEvent.Insert insert =
                events.insert(table, row("shop", shop, "sold", day + " 10:00:00", "day", day, "v", v));
        return new ChangeEvent.Insert(insert.origin(), table, row("shop", shop, "day", day), insert.after());
    }

    @Test
    void aDeclaredKeyMayBeVirtual() {
        TableName table = name("declared");
        TableConfig keyed = TestTables.keyed("g");
        LaneBench bench = new LaneBench(
                List.of(table("declared", "a int", "g int generated", "v int")),
                Map.of("declared", keyed),
                OnError.DEAD_LETTER,
                "CREATE TABLE declared (a INT NOT NULL, g INT AS (a * 2) VIRTUAL NOT NULL, v INT, UNIQUE KEY (g))");

        bench.apply(
                events.insert(table, row("g", 2L, "a", 1L, "v", 1L)),
                events.insert(table, row("g", 4L, "a", 2L, "v", 2L)),
                events.insert(table, row("g", 6L, "a", 3L, "v", 3L)));
        bench.apply(
                events.update(table, row("g", 4L, "a", 2L, "v", 2L), row("g", 4L, "a", 2L, "v", 22L)),
                events.delete(table, row("g", 2L, "a", 1L, "v", 1L)));
        assertThat(rows(bench.target, "SELECT a, g, v FROM declared ORDER BY a"))
                .containsExactly("2|4|22", "3|6|3");

        run(bench.target, "INSERT INTO declared (a, v) VALUES (50, 50)");
        bench.apply(events.truncate(table));
        assertThat(rows(bench.target, "SELECT a FROM declared")).containsExactly("50");
    }

    @Test
    void aKeyThatTheTargetComputesFromNewKeysIsNotComparedWithTheOldOne() {
        TableDefinition shops = table("shops", "#id bigint", "name varchar(20)");
        TableDefinition signs = TestTables.referring(
                table("signs", "shop bigint", "v int", "#k bigint generated"), "shop", "shops", "id");
        LaneBench bench = new LaneBench(
                List.of(shops, signs),
                Map.of(),
                OnError.DEAD_LETTER,
                "CREATE TABLE shops (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20)) AUTO_INCREMENT = 11",
                "CREATE TABLE signs (shop BIGINT, v INT, k BIGINT AS (shop * 10) STORED PRIMARY KEY)");

        bench.apply(
                events.insert(shops.name(), row("id", 11L, "name", "x")),
                events.insert(shops.name(), row("id", 12L, "name", "y")),
                events.insert(shops.name(), row("id", 10L, "name", "z")),
                events.insert(signs.name(), row("k", 110L, "shop", 11L, "v", 1L)),
                events.insert(signs.name(), row("k", 120L, "shop", 12L, "v", 2L)),
                events.insert(signs.name(), row("k", 100L, "shop", 10L, "v", 3L)));
        bench.apply(
                events.update(
                        signs.name(), row("k", 110L, "shop", 11L, "v", 1L), row("k", 110L, "shop", 11L, "v", 111L)),
                events.delete(signs.name(), row("k", 120L, "shop", 12L, "v", 2L)));

        assertThat(rows(
                        bench.target,
                        "SELECT s.name, g.v, g.k = 10 * s.id FROM signs g JOIN shops s ON s.id = g.shop ORDER BY 1"))
                .containsExactly("x|111|1", "z|3|1");
    }

    @Test
    void noColumnIsLeftToTheTargetsClockWhereTheSourceHasAValue() {
        TableName keyed = name("kept");
        TableName keyless = name("keyless");
        LaneBench bench = new LaneBench(
                List.of(
                        table("kept", "#id varchar(9)", "v int", "ts timestamp", "dt datetime(6)"),
                        table("keyless", "a int", "v varchar(9)", "ts timestamp")),
                Map.of(),
                OnError.DEAD_LETTER,
                "CREATE TABLE kept (id VARCHAR(9) PRIMARY KEY, v INT,"
                        + " ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,"
                        + " dt DATETIME(6) ON UPDATE CURRENT_TIMESTAMP(6),"
                        + " own TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP)",
                "CREATE TABLE keyless (a INT, v VARCHAR(9), ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE"
                        + " CURRENT_TIMESTAMP)");
        String ts = "2001-01-01 00:00:00";

        bench.apply(
                events.insert(keyed, row("id", "a", "v", 1L, "ts", ts, "dt", null)),
                events.insert(keyed, row("id", "b", "v", 1L, "ts", ts, "dt", null)),
                events.insert(keyless, row("a", 1L, "v", "x", "ts", ts)));
        bench.apply(
                events.update(
                        keyed,
                        row("id", "a", "v", 1L, "ts", ts, "dt", null),
                        row("id", "a", "v", 2L, "ts", ts, "dt", null)),
                events.update(
                        keyed,
                        row("id", "b", "v", 1L, "ts", ts, "dt", null),
                        row("id", "b", "v", 3L, "ts", ts, "dt", "2002-02-02 00:00:00.5")),
                keylessUpdate(keyless, row("a", 1L, "v", "x", "ts", ts), row("a", 1L, "v", "y", "ts", ts)),
                keylessUpdate(keyless, row("a", 1L, "v", "y", "ts", ts), row("a", 1L, "v", "z", "ts", ts)));

        assertThat(rows(bench.target, "SELECT id, v, ts, dt, own IS NULL FROM kept ORDER BY id"))
                .containsExactly(
                        "a|2|2001-01-01 00:00:00|null|0", "b|3|2001-01-01 00:00:00|2002-02-02 00:00:00.500000|0");
        assertThat(rows(bench.target, "SELECT a, v, ts FROM keyless")).containsExactly("1|z|2001-01-01 00:00:00");
        assertThat(rows(bench.log, "SELECT COUNT(*) FROM dead_letter")).containsExactly("0");
    }

    private ChangeEvent.Update keylessUpdate(TableName table, Row before, Row after) {
        ChangeEvent.Update update = events.update(table, before, after);
        return new ChangeEvent.Update(update.origin(), table, Row.empty(), Row.empty(), before, after);
    }

    @Test
    void aStatementThatChangesSeveralRowsIsRolledBackAndHaltsTheLane() throws InterruptedException {
        LaneBench bench = withTwins();
        ChangeEvent change = events.update(ITEMS, row("id", "b", "v", "2"), row("id", "b", "v", "22"));
        Thread work = halted(
                bench,
                events.update(ITEMS, row("id", "a", "v", "1"), row("id", "a", "v", "11")),
                change,
                events.update(ITEMS, row("id", "c", "v", "3"), row("id", "c", "v", "33")));

        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.SEVERAL_ROWS);
        assertThat(bench.lane().lastError())
                .isEqualTo("event " + change.id()
                        + " of shop.items (lane 0, offset 4) must not be applied: several-rows:"
                        + " a statement that is meant for one row changes 2 rows of the target: UPDATE `" + bench.schema
                        + "`.`items` SET `v` = '22' WHERE `id` <=> 'b'");
        assertThat(rows(bench.target, "SELECT id, v FROM items ORDER BY id, v"))
                .containsExactly("a|11", "b|2", "b|own", "c|3");
        run(bench.target, "DELETE FROM items WHERE v = 'own'");
        work.join();

        assertThat(rows(bench.target, "SELECT id, v FROM items ORDER BY id")).containsExactly("a|11", "b|22", "c|33");
        assertThat(rows(bench.log, "SELECT COUNT(*) FROM dead_letter")).containsExactly("0");
    }

    @Test
    void oneOfManyThatFindsNoRowDoesNotHideOneThatFindsTwo() throws InterruptedException {
        LaneBench bench = withTwins();
        run(bench.target, "DELETE FROM items WHERE id = 'a'");
        Thread work = halted(
                bench,
                events.delete(ITEMS, row("id", "a", "v", "1")),
                events.delete(ITEMS, row("id", "b", "v", "2")),
                events.delete(ITEMS, row("id", "c", "v", "3")));

        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.SEVERAL_ROWS);
        assertThat(rows(bench.target, "SELECT id, v FROM items ORDER BY id, v")).containsExactly("b|2", "b|own", "c|3");
        run(bench.target, "DELETE FROM items WHERE v = 'own'");
        work.join();

        assertThat(rows(bench.target, "SELECT id FROM items")).isEmpty();
        assertThat(rows(bench.log, "SELECT old_key, error_code FROM dead_letter"))
                .containsExactly("a|row-not-found");
    }

    @Test
    void countsAreRealHoweverManyStatementsAreSentTogether() throws InterruptedException {
        LaneBench bench = bench(ITEMS_IN_SOURCE, "CREATE TABLE items (id DATETIME, v VARCHAR(20), KEY (id))");
        ChangeEvent[] inserts = LongStream.range(0, 40)
                .mapToObj(n -> events.insert(ITEMS, row("id", moment(n), "v", "v" + n)))
                .toArray(ChangeEvent[]::new);
        bench.apply(inserts);
        run(bench.target, "INSERT INTO items VALUES ('" + moment(20) + "', 'own')");

        Thread work = halted(
                bench,
                IntStream.range(0, 40)
                        .mapToObj(n -> events.update(
                                ITEMS, row("id", moment(n), "v", "v" + n), row("id", moment(n), "v", "w" + n)))
                        .toArray(ChangeEvent[]::new));

        assertThat(bench.lane().lastError()).contains("(lane 0, offset 60)").contains("changes 2 rows");
        run(bench.target, "DELETE FROM items WHERE v = 'own'");
        work.join();
        assertThat(rows(bench.target, "SELECT COUNT(*), SUM(v LIKE 'w%') FROM items"))
                .containsExactly("40|40");
    }

    private static String moment(long n) {
        return "2026-01-02 03:04:" + (10 + n);
    }

    /** Three rows, and one of the target's own that has the key of one of them: nothing keeps it from that. */
    private LaneBench withTwins() {
        LaneBench bench = bench(ITEMS_IN_SOURCE, "CREATE TABLE items (id VARCHAR(20), v VARCHAR(20), KEY (id))");
        bench.apply(
                events.insert(ITEMS, row("id", "a", "v", "1")),
                events.insert(ITEMS, row("id", "b", "v", "2")),
                events.insert(ITEMS, row("id", "c", "v", "3")));
        run(bench.target, "INSERT INTO items VALUES ('b', 'own')");
        return bench;
    }

    private static LaneBench bench(TableDefinition table, String... onTarget) {
        return new LaneBench(List.of(table), Map.of(), OnError.DEAD_LETTER, onTarget);
    }

    /** The work of a lane that stands still. */
    private static Thread halted(LaneBench bench, ChangeEvent... changes) {
        Thread work = new Thread(() -> bench.apply(changes));
        work.start();
        await().until(() -> bench.lane().state() == Lane.State.HALTED);
        return work;
    }
}

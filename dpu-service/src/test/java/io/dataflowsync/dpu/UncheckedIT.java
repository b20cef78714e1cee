package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that the source wrote with foreign_key_checks = 0: the target checks and cascades nothing either. */
class UncheckedIT {
    private static final TableName PARENT = name("parent");
    private static final TableName CHILD = name("child");
    private static final TableName LINK = name("link");
    private static final List<TableDefinition> SOURCE = List.of(
            table("parent", "#id bigint", "v varchar(9)"),
            referring(table("child", "#id bigint", "parent bigint"), "parent", "parent", "id"),
            referring(table("link", "#id bigint", "parent bigint"), "parent", "parent", "id"));
    private static final String PARENTS =
            "SELECT c.v FROM %s l LEFT JOIN parent c ON c.id = l.parent ORDER BY c.v IS NULL, c.v";

    private final TestEvents events = new TestEvents();

    private LaneBench bench() {
        LaneBench bench = new LaneBench(
                SOURCE,
                Map.of(),
                OnError.DEAD_LETTER,
                "CREATE TABLE parent (id BIGINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001",
                "CREATE TABLE child (id BIGINT PRIMARY KEY AUTO_INCREMENT, parent BIGINT,"
                        + " FOREIGN KEY (parent) REFERENCES parent (id) ON DELETE CASCADE)",
                "CREATE TABLE link (id BIGINT PRIMARY KEY AUTO_INCREMENT, parent BIGINT,"
                        + " FOREIGN KEY (parent) REFERENCES parent (id) ON DELETE SET NULL)");
        bench.apply(
                parent(1, "1"),
                parent(2, "2"),
                parent(3, "3"),
                child(1, 1),
                child(2, 2),
                events.insert(LINK, row("id", 1L, "parent", 1L)),
                events.insert(LINK, row("id", 2L, "parent", 2L)));
        return bench;
    }

    private ChangeEvent parent(long id, String v) {
        return events.insert(PARENT, row("id", id, "v", v));
    }

    private ChangeEvent parentGone(long id, String v) {
        return events.delete(PARENT, row("id", id, "v", v));
    }

    private ChangeEvent child(long id, long parent) {
        return events.insert(CHILD, row("id", id, "parent", parent));
    }

    @Test
    void aParentThatIsReplacedKeepsItsChildrenAndItsNewKey() {
        LaneBench bench = bench();
        events.checkForeignKeys(false);

        bench.apply(parentGone(1, "1"), parent(1, "11"));
        bench.apply(parentGone(2, "2"));
        bench.apply(parent(2, "22"));

        assertThat(rows(bench.target, "SELECT v FROM parent ORDER BY v")).containsExactly("11", "22", "3");
        assertThat(rows(bench.target, PARENTS.formatted("child"))).containsExactly("11", "22");
        assertThat(rows(bench.target, PARENTS.formatted("link"))).containsExactly("11", "22");
        assertThat(rows(
                        bench.log,
                        "SELECT old_key, state FROM relationship WHERE source_table = 'shop.child' ORDER BY 1"))
                .containsExactly("1|applied", "2|applied");
    }

    @Test
    void childrenOfAParentThatGoesAreLeftAsOnTheSourceAndWithTheChecksOnTheyGoAlong() {
        LaneBench bench = bench();
        events.checkForeignKeys(false);
        ChangeEvent unchecked = parentGone(1, "1");
        events.checkForeignKeys(true);

        bench.apply(unchecked, parentGone(2, "2"));

        assertThat(rows(bench.target, PARENTS.formatted("child"))).containsExactly("null");
        // Counting the column tells 8.0.15's count of another moment: the rows are looked at one by one.
        assertThat(rows(bench.target, "SELECT parent IS NULL FROM link ORDER BY id"))
                .containsExactly("0", "1");
        assertThat(rows(
                        bench.log,
                        "SELECT old_key, state FROM relationship WHERE source_table = 'shop.child' ORDER BY 1"))
                .containsExactly("1|applied", "2|deleted");
    }

    @Test
    void aChangedKeyIsTheRowOfThoseWhoReferToTheChangedKey() {
        LaneBench bench = bench();
        events.checkForeignKeys(false);

        bench.apply(
                parentGone(2, "2"),
                events.update(PARENT, row("id", 3L, "v", "3"), row("id", 2L, "v", "33")),
                events.update(PARENT, row("id", 2L, "v", "33"), row("id", 2L, "v", "333")));

        assertThat(rows(bench.target, PARENTS.formatted("child"))).containsExactly("1", "333");
        assertThat(rows(bench.target, PARENTS.formatted("link"))).containsExactly("1", "333");
        assertThat(rows(
                        bench.log,
                        "SELECT old_key, state FROM relationship WHERE source_table = 'shop.parent' ORDER BY 1"))
                .containsExactly("1|applied", "2|applied", "3|deleted");
    }

    @Test
    void aTableThatIsEmptiedAndLoadedAgainKeepsItsChildren() {
        LaneBench bench = bench();
        events.checkForeignKeys(false);

        bench.apply(events.truncate(PARENT), parent(1, "11"), parent(2, "22"), child(3, 1), parentGone(2, "22"));
        bench.apply(parent(2, "222"));

        assertThat(rows(bench.target, "SELECT v FROM parent ORDER BY v")).containsExactly("11", "222");
        assertThat(rows(bench.target, PARENTS.formatted("child"))).containsExactly("11", "11", "222");
    }

    @Test
    void aRingOfReferencesArrivesAndNoneWaitsForAParent() {
        TableName shop = name("shop");
        TableName clerk = name("clerk");
        LaneBench bench = new LaneBench(
                List.of(
                        referring(
                                table("shop", "#id bigint", "boss_id bigint", "v varchar(9)"),
                                "boss_id",
                                "clerk",
                                "id"),
                        referring(table("clerk", "#id bigint", "shop_id bigint"), "shop_id", "shop", "id")),
                Map.of(),
                OnError.DEAD_LETTER,
                "CREATE TABLE shop (id BIGINT PRIMARY KEY AUTO_INCREMENT, boss_id BIGINT NOT NULL, v VARCHAR(2))",
                "CREATE TABLE clerk (id BIGINT PRIMARY KEY AUTO_INCREMENT, shop_id BIGINT NOT NULL,"
                        + " FOREIGN KEY (shop_id) REFERENCES shop (id))",
                "ALTER TABLE shop ADD FOREIGN KEY (boss_id) REFERENCES clerk (id)");
        events.checkForeignKeys(false);

        bench.apply(
                events.insert(shop, row("id", 1L, "boss_id", 1L, "v", "a")),
                events.insert(clerk, row("id", 1L, "shop_id", 1L)),
                events.insert(shop, row("id", 2L, "boss_id", 2L, "v", "too long")),
                events.insert(clerk, row("id", 2L, "shop_id", 2L)));

        assertThat(rows(bench.target, "SELECT COUNT(*) FROM clerk")).containsExactly("2");
        assertThat(rows(bench.log, "SELECT table_name, old_key, state FROM dead_letter"))
                .containsExactly("shop|2|dead");
        run(bench.target, "ALTER TABLE shop MODIFY v VARCHAR(20)");
        run(bench.log, "UPDATE dead_letter SET asked = 'replay', asked_by = 'test'");
        await().until(() -> {
            bench.lookAfter();
            return rows(bench.log, "SELECT COUNT(*) FROM dead_letter WHERE state = 'dead'")
                    .equals(List.of("0"));
        });
        assertThat(rows(
                        bench.target,
                        "SELECT COUNT(*) FROM shop s JOIN clerk c ON c.id = s.boss_id AND c.shop_id = s.id"))
                .containsExactly("2");
    }

    @Test
    void tablesWhoseNamesDifferInCaseAloneAreTwo() throws InterruptedException {
        TableName upper = name("Item");
        TableName lower = name("item");
        LaneBench bench = new LaneBench(
                List.of(table("Item", "#id bigint", "v varchar(9)"), table("item", "#id bigint", "v varchar(9)")),
                Map.of(),
                OnError.DEAD_LETTER,
                "CREATE TABLE item (id BIGINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9))");

        Thread work = new Thread(() -> bench.apply(
                events.insert(lower, row("id", 1L, "v", "lower")), events.insert(upper, row("id", 1L, "v", "Upper"))));
        work.start();
        await().until(() -> bench.lane().state() == Lane.State.HALTED);
        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.TARGET_TABLE_AMBIGUOUS);
        run(bench.target, "CREATE TABLE Item (id BIGINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9))");
        work.join();

        assertThat(rows(bench.target, "SELECT v FROM item")).containsExactly("lower");
        assertThat(rows(bench.target, "SELECT v FROM Item")).containsExactly("Upper");
    }
}

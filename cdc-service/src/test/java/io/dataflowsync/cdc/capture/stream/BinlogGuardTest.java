package io.dataflowsync.cdc.capture.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import io.dataflowsync.cdc.capture.StatedAgreement;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.value.TemporaryTables;
import io.dataflowsync.contract.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinlogGuardTest {
    private final List<Obstacle> acknowledged = new ArrayList<>();
    private final BinlogGuard guard =
            new BinlogGuard(table -> table.schema().equals("shop"), acknowledged::contains, new TemporaryTables());
    private long position = 100;

    @BeforeEach
    void openAFile() {
        RotateEventData rotate = new RotateEventData();
        rotate.setBinlogFilename("mysql-bin.000007");
        look(EventType.ROTATE, rotate);
    }

    @Test
    void rowsThatAreRolledBackAreAnObstacle() {
        query("BEGIN");
        table("shop");
        assertThat(query("ROLLBACK TO `here`"))
                .contains(new Obstacle(ErrorCode.SOURCE_ROLLBACK, "mysql-bin.000007:400", "ROLLBACK TO `here`"));
    }

    @Test
    void rowsOfOtherTablesBehindThemDoNotHideThem() {
        query("BEGIN");
        table("shop");
        table("elsewhere");
        assertThat(query("ROLLBACK"))
                .contains(new Obstacle(ErrorCode.SOURCE_ROLLBACK, "mysql-bin.000007:500", "ROLLBACK"));
    }

    @Test
    void aRollbackOfOtherRowsIsNone() {
        query("BEGIN");
        table("elsewhere");
        assertThat(query("ROLLBACK")).isEmpty();
        table("shop");
        query("BEGIN");
        assertThat(query("ROLLBACK")).isEmpty();
    }

    @Test
    void anXaTransactionIsAnObstacleAtItsFirstCapturedRow() {
        assertThat(query("XA START X'01',X'',1")).isEmpty();
        assertThat(table("elsewhere")).isEmpty();
        Obstacle xa = new Obstacle(ErrorCode.SOURCE_XA, "mysql-bin.000007:200", "XA START X'01',X'',1");
        assertThat(table("shop")).contains(xa);
    }

    @Test
    void anXaTransactionOfOtherTablesIsNone() {
        query("XA START X'01',X'',1");
        table("elsewhere");
        query("XA END X'01',X'',1");
        look(EventType.XA_PREPARE, null);
        assertThat(table("shop")).isEmpty();
    }

    @Test
    void whatIsAcknowledgedIsPassed() {
        String sql = "UPDATE shop.t SET a = 1";
        acknowledged.add(new Obstacle(ErrorCode.SOURCE_STATEMENT, "mysql-bin.000007:200", sql));
        assertThat(query(sql)).isEmpty();
        assertThat(query(sql)).contains(new Obstacle(ErrorCode.SOURCE_STATEMENT, "mysql-bin.000007:300", sql));
    }

    @Test
    void whatTheBinlogLacksIsAnObstacle() {
        assertThat(look(EventType.INCIDENT, null)).map(Obstacle::code).contains(ErrorCode.SOURCE_INCIDENT);
        assertThat(look(EventType.PARTIAL_UPDATE_ROWS_EVENT, null))
                .map(Obstacle::code)
                .contains(ErrorCode.SOURCE_PARTIAL_ROWS);
        assertThat(look(EventType.EXECUTE_LOAD_QUERY, null)).map(Obstacle::code).contains(ErrorCode.SOURCE_STATEMENT);
    }

    @Test
    void aTableThatARestartEmptiesIsTruncated() {
        guard.rows().agreeWith(new StatedAgreement("", "t"));
        QueryEventData query = new QueryEventData();
        query.setSql("DELETE FROM `shop`.`t`");
        assertThat(look(EventType.QUERY, query)).isEmpty();
        assertThat(query.getSql()).isEqualTo("TRUNCATE TABLE `shop`.`t`");
        assertThat(query("DELETE FROM `shop`.`t` LIMIT 1")).map(Obstacle::code).contains(ErrorCode.SOURCE_STATEMENT);
    }

    @Test
    void theSameWordsAboutAnotherTableAreAStatementOfSomebody() {
        guard.rows().agreeWith(new StatedAgreement("", "u"));
        assertThat(query("DELETE FROM `shop`.`t`")).map(Obstacle::code).contains(ErrorCode.SOURCE_STATEMENT);
    }

    private Optional<Obstacle> query(String sql) {
        QueryEventData query = new QueryEventData();
        query.setSql(sql);
        query.setDatabase("shop");
        return look(EventType.QUERY, query);
    }

    private Optional<Obstacle> table(String schema) {
        TableMapEventData table = new TableMapEventData();
        table.setDatabase(schema);
        table.setTable("t");
        return look(EventType.TABLE_MAP, table);
    }

    /** The first is at 100, each next one 100 further. */
    private Optional<Obstacle> look(EventType type, @Nullable EventData data) {
        EventHeaderV4 header = new EventHeaderV4();
        header.setEventType(type);
        header.setEventLength(100);
        header.setNextPosition(position + 100);
        position += 100;
        return guard.look(new Event(header, data));
    }
}

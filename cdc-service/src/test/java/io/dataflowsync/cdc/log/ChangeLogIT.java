package io.dataflowsync.cdc.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.LogSchema;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class ChangeLogIT {
    private static RunDirectory run;
    private static MariaDb server;
    private static ChangeLog log;
    private static TableSnapshotLog asked;

    @BeforeAll
    static void start() throws SQLException {
        run = RunDirectory.open();
        server = MariaDb.start(run);
        MariaDbDataSource connections = LogSchema.on(server, "dfs_log");
        LogSchema.server(connections).migrate();
        log = new ChangeLog(connections);
        asked = new TableSnapshotLog(connections);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @BeforeEach
    void empty() {
        server.execute("dfs_log", "TRUNCATE TABLE cdc_log", "TRUNCATE TABLE cdc_counter");
    }

    @Test
    void aBatchThatComesAgainIsLoggedAndCountedOnce() throws SQLException {
        List<OutgoingEvent> batch = inserts(1, 2_500);
        assertThat(log.write(batch)).isEqualTo(2_500);
        assertThat(log.write(batch)).isZero();
        assertThat(query("SELECT COUNT(*), COUNT(DISTINCT event_id) FROM cdc_log"))
                .containsExactly("2500|2500");
        assertThat(query("SELECT * FROM cdc_counter")).containsExactly("shop|t|insert|2500");
    }

    @Test
    void ofABatchThatComesAgainInPartOnlyTheRestIsNew() throws SQLException {
        log.write(inserts(1, 10));
        assertThat(log.write(inserts(6, 15))).isEqualTo(5);
        assertThat(query("SELECT COUNT(*), MAX(binlog_position) FROM cdc_log")).containsExactly("15|15");
        assertThat(query("SELECT events FROM cdc_counter")).containsExactly("15");
    }

    @Test
    void whatABrokenSnapshotLoggedBehindTheLastPublishedEventIsWithdrawn() throws SQLException {
        log.write(events("s1", 1, 10));
        log.write(inserts(11, 12));

        assertThat(log.withdrawAfter("s1/4", 0)).isEqualTo(8);

        assertThat(query("SELECT event_id FROM cdc_log ORDER BY id")).containsExactly("s1/1", "s1/2", "s1/3", "s1/4");
        assertThat(query("SELECT * FROM cdc_counter ORDER BY action"))
                .containsExactly("shop|t|insert|0", "shop|t|snapshot|4");
        assertThat(log.withdrawAfter("s1/4", 0)).isZero();
    }

    @Test
    void withNothingPublishedAllOfABrokenSnapshotIsWithdrawnButNothingWhereTheLogHasStreamedEvents()
            throws SQLException {
        log.write(events("s1", 1, 3));
        assertThat(log.withdrawAfter("", 0)).isEqualTo(3);
        assertThat(query("SELECT * FROM cdc_counter")).containsExactly("shop|t|snapshot|0");

        log.write(events("s2", 1, 3));
        log.write(inserts(1, 1));
        assertThat(log.withdrawAfter("", 0)).isZero();
        assertThat(log.withdrawAfter("of another log", 0)).isZero();
        assertThat(query("SELECT COUNT(*) FROM cdc_log")).containsExactly("4");
    }

    @Test
    void whatIsOfAnEarlierTopicIsNotWithdrawn() throws SQLException {
        log.write(events("s1", 1, 3));
        log.write(inserts(1, 1));
        long earlier = Long.parseLong(query("SELECT MAX(id) FROM cdc_log").get(0));
        log.write(events("s2", 1, 2));
        assertThat(log.withdrawAfter("", earlier)).isEqualTo(2);
        assertThat(query("SELECT COUNT(*) FROM cdc_log")).containsExactly("4");
    }

    @Test
    void severalTablesAreAskedForAtOnceAndEachOnce() throws SQLException {
        TableName one = new TableName("shop", "one");
        TableName other = new TableName("shop", "other");

        asked.ask(List.of(one), "us");
        asked.ask(List.of(one, other), "them");

        assertThat(query("SELECT table_name, asked_by FROM cdc_table_snapshot ORDER BY table_name"))
                .containsExactly("one|us", "other|them");
    }

    @Test
    void everyColumnIsFilled() throws SQLException {
        log.write(inserts(7, 7));
        assertThat(query(
                        "SELECT event_id, schema_name, table_name, action, lane, binlog_file, binlog_position, row_index,"
                                + " snapshot, committed_at, captured_at, event FROM cdc_log"))
                .containsExactly("mysql-bin.000001:7:0|shop|t|insert|3|mysql-bin.000001|7|0|null"
                        + "|2026-01-02 03:04:05.000000|2026-01-02 03:04:06.123456"
                        + "|{\"version\":1,\"id\":\"mysql-bin.000001:7:0\",\"operation\":\"insert\",\"schema\":\"shop\","
                        + "\"table\":\"t\",\"key\":{\"id\":7},\"after\":{\"id\":7},"
                        + "\"source\":{\"file\":\"mysql-bin.000001\",\"position\":7,\"row\":0},"
                        + "\"committedAt\":\"2026-01-02T03:04:05Z\",\"capturedAt\":\"2026-01-02T03:04:06.123456Z\"}");
    }

    private static List<OutgoingEvent> inserts(long first, long last) {
        return events(null, first, last);
    }

    private static List<OutgoingEvent> events(@Nullable String snapshot, long first, long last) {
        EventCodec codec = new EventCodec();
        return IntStream.rangeClosed((int) first, (int) last)
                .mapToObj(i -> {
                    SourcePosition position = new SourcePosition("mysql-bin.000001", i, 0, null, snapshot);
                    Row row = Row.of(Map.of("id", (long) i));
                    ChangeEvent event = new ChangeEvent.Insert(
                            new EventOrigin(
                                    snapshot == null ? position.toString() : snapshot + "/" + i,
                                    position,
                                    Instant.parse("2026-01-02T03:04:05Z"),
                                    Instant.parse("2026-01-02T03:04:06.123456Z")),
                            new TableName("shop", "t"),
                            row,
                            row);
                    return new OutgoingEvent(event, 3, codec.encodeKey(event), codec.encode(event), true);
                })
                .toList();
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = server.connect("dfs_log");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}

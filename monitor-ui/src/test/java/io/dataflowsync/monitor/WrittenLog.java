package io.dataflowsync.monitor;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A MariaDB with the logs in it, written as the two services write them. */
public final class WrittenLog implements AutoCloseable {
    public static final String SCHEMA = "dfs_shop";
    private static final List<String> TABLES = List.of(
            "cdc_log", "cdc_counter", "dpu_log", "dpu_counter", "dpu_progress", "dead_letter", "dead_letter_trace");

    private final RunDirectory run = RunDirectory.open();
    private final MariaDb server = MariaDb.start(run);
    private final EventCodec codec = new EventCodec();

    private WrittenLog() {}

    /** With no table yet: no service has started. */
    public static WrittenLog empty() {
        WrittenLog log = new WrittenLog();
        log.server.execute("", "CREATE SCHEMA " + SCHEMA + " CHARACTER SET utf8mb4");
        return log;
    }

    public static WrittenLog withTables() {
        WrittenLog log = empty();
        log.createTables();
        return log;
    }

    public void createTables() {
        server.execute(SCHEMA, schemaSql().split(";"));
    }

    public RunDirectory run() {
        return run;
    }

    public MariaDb server() {
        return server;
    }

    public Connection connect() {
        return server.connect(SCHEMA);
    }

    /** Empties every table, and begins the numbers anew. */
    public void clear() {
        for (String table : TABLES) {
            server.execute(SCHEMA, "TRUNCATE TABLE " + table);
        }
    }

    /** The id of the event at a place of the binlog. */
    public static String eventId(int place) {
        return "mysql-bin.000002:" + place + ":0";
    }

    /** As cdc-service: an insert of a row with this key and name, and its count. */
    public void capture(int place, String table, String name) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            capture(connection, place, table, name);
            connection.commit();
        }
    }

    public void capture(Connection connection, int place, String table, String name) throws SQLException {
        Instant now = Instant.now();
        run(
                connection,
                "INSERT INTO cdc_log (event_id, schema_name, table_name, action, lane, binlog_file, binlog_position, row_index,"
                        + " committed_at, captured_at, event) VALUES (?, 'shop', ?, 'insert', 0, 'mysql-bin.000002', ?, 0, ?, ?, ?)",
                eventId(place),
                table,
                place,
                utc(now),
                utc(now),
                event(place, table, name, now));
        run(
                connection,
                "INSERT INTO cdc_counter VALUES ('shop', ?, 'insert', 1) ON DUPLICATE KEY UPDATE events = events + 1",
                table);
    }

    /** As both services: a schema change of a table, and what was made of it. */
    public void change(int place, String table, String ddl, String sql, String note) throws SQLException {
        Instant now = Instant.now();
        String event =
                "{\"version\":1,\"id\":\"" + eventId(place) + "\",\"operation\":\"schema-change\",\"schema\":\"shop\","
                        + "\"table\":\"" + table + "\",\"ddl\":\"" + ddl + "\",\"definitions\":[]}";
        try (Connection connection = connect()) {
            run(
                    connection,
                    "INSERT INTO cdc_log (event_id, schema_name, table_name, action, lane, binlog_file, binlog_position,"
                            + " row_index, committed_at, captured_at, event)"
                            + " VALUES (?, 'shop', ?, 'schema-change', -1, 'mysql-bin.000002', ?, 0, ?, ?, ?)",
                    eventId(place),
                    table,
                    place,
                    utc(now),
                    utc(now),
                    event);
            run(
                    connection,
                    "INSERT INTO dpu_log (event_id, lane, topic_offset, schema_name, table_name, target_table, action, sql_text,"
                            + " status, error, committed_at, captured_at, received_at, applied_at)"
                            + " VALUES (?, 0, ?, 'shop', ?, ?, 'schema-change', ?, 'applied', ?, ?, ?, ?, ?)",
                    eventId(place),
                    place,
                    table,
                    table,
                    sql,
                    note,
                    utc(now),
                    utc(now),
                    utc(now),
                    utc(now));
        }
    }

    private String event(int place, String table, String name, Instant at) {
        SourcePosition position = new SourcePosition("mysql-bin.000002", place, 0, null, null);
        ChangeEvent event = new ChangeEvent.Insert(
                new EventOrigin(position.toString(), position, at, at),
                new TableName("shop", table),
                Row.of(Map.of("id", (long) place)),
                Row.of(Map.of("id", (long) place, "name", name)));
        return new String(codec.encode(event), StandardCharsets.UTF_8);
    }

    /** As cdc-service: many rows in one transaction, each with a long text as its key. */
    public void captureMany(int firstPlace, int count, String key) throws SQLException {
        String event = "{\"version\":1,\"key\":{\"code\":\"" + key + "\"}}";
        LocalDateTime now = utc(Instant.now());
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO cdc_log (event_id, schema_name, table_name, action, lane, binlog_file, binlog_position,"
                                + " row_index, committed_at, captured_at, event)"
                                + " VALUES (?, 'shop', 'orders', 'insert', 0, 'mysql-bin.000002', ?, 0, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int place = firstPlace; place < firstPlace + count; place++) {
                insert.setString(1, eventId(place));
                insert.setInt(2, place);
                insert.setObject(3, now);
                insert.setObject(4, now);
                insert.setString(5, event);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** As dpu-service: the same event applied under a new key. */
    public void apply(int place, String table, long newKey) throws SQLException {
        log(place, table, newKey, "applied", null, null);
    }

    /** As dpu-service: the event found dead, and its dead letter. */
    public void kill(int place, String table, String error) throws SQLException {
        log(place, table, 0, "dead", "missing-parent", error);
        letter(place, table, "missing-parent", error, null);
    }

    /** As dpu-service: the event set aside behind another, whose dead letter is at that place. */
    public void keepWaiting(int place, String table, int behind) throws SQLException {
        String error = "waits for " + eventId(behind);
        log(place, table, 0, "waiting", "waits-behind", error);
        letter(place, table, "waits-behind", error, eventId(behind));
    }

    private void letter(int place, String table, String code, String error, @Nullable String behind)
            throws SQLException {
        Instant now = Instant.now();
        try (Connection connection = connect()) {
            run(
                    connection,
                    "INSERT INTO dead_letter (event_id, lane, topic_offset, schema_name, table_name, action, old_key, error_code,"
                            + " error, stack, event, created_at, state, behind)"
                            + " VALUES (?, 0, ?, 'shop', ?, 'insert', ?, ?, ?, ?, ?, ?, ?, ?)",
                    eventId(place),
                    place,
                    table,
                    Integer.toString(place),
                    code,
                    error,
                    behind == null ? "java.sql.SQLException: " + error + "\n\tat the.target" : null,
                    event(place, table, Integer.toString(place), now),
                    utc(now),
                    behind == null ? "dead" : "waiting",
                    behind);
        }
    }

    /** As dpu-service: somebody asked for something to be done about a dead letter. */
    public void ask(int place, String what) throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "UPDATE dead_letter SET asked = ? WHERE event_id = ?", what, eventId(place));
        }
    }

    /** As dpu-service: what became of a dead letter in the end. */
    public void settle(int place, String state) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "UPDATE dpu_counter c JOIN dpu_log l USING (schema_name, table_name, action, status)"
                            + " SET c.events = c.events - 1 WHERE l.event_id = ?",
                    eventId(place));
            run(connection, "UPDATE dpu_log SET status = ? WHERE event_id = ?", state, eventId(place));
            run(
                    connection,
                    "INSERT INTO dpu_counter SELECT schema_name, table_name, action, status, 1 FROM dpu_log WHERE event_id = ?"
                            + " ON DUPLICATE KEY UPDATE events = dpu_counter.events + 1",
                    eventId(place));
            run(connection, "UPDATE dead_letter SET state = ?, asked = NULL WHERE event_id = ?", state, eventId(place));
            connection.commit();
        }
    }

    /** As dpu-service: a line about what was done about a dead letter. */
    public void trace(int place, String who, String action, String text) throws SQLException {
        try (Connection connection = connect()) {
            run(
                    connection,
                    "INSERT INTO dead_letter_trace (event_id, traced_at, who, action, text) VALUES (?, ?, ?, ?, ?)",
                    eventId(place),
                    utc(Instant.now()),
                    who,
                    action,
                    text);
        }
    }

    private void log(int place, String table, long newKey, String status, @Nullable String code, @Nullable String error)
            throws SQLException {
        LocalDateTime now = utc(Instant.now());
        try (Connection connection = connect()) {
            run(
                    connection,
                    "INSERT INTO dpu_log (event_id, lane, topic_offset, schema_name, table_name, target_table, action, old_key,"
                            + " new_key, sql_text, status, error_code, error, committed_at, captured_at, received_at, applied_at)"
                            + " VALUES (?, 0, ?, 'shop', ?, ?, 'insert', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    eventId(place),
                    place,
                    table,
                    table,
                    Integer.toString(place),
                    Long.toString(newKey),
                    "INSERT INTO `" + table + "` (`id`) VALUES (" + newKey + ")",
                    status,
                    code,
                    error,
                    now,
                    now,
                    now,
                    now);
            run(
                    connection,
                    "INSERT INTO dpu_counter VALUES ('shop', ?, 'insert', ?, 1) ON DUPLICATE KEY UPDATE events = events + 1",
                    table,
                    status);
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String schemaSql() {
        try (InputStream sql = WrittenLog.class.getResourceAsStream("/log-schema.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run.close();
    }
}

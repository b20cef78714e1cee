package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.fire.Violation.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Checks what must be true of the logs and the relationships once everything is drained. */
final class LogInvariants {
    private final Connection log;
    private final Violations violations;

    LogInvariants(Connection log, Violations violations) {
        this.log = log;
        this.violations = violations;
    }

    void check() throws SQLException {
        everyEventOnceInBothLogs();
        countersCountTheLogs();
        everyEventHasAnOutcome();
        relationshipsAreOneToOne();
        lanesWereAppliedInOrder();
    }

    private void everyEventOnceInBothLogs() throws SQLException {
        rows(
                Kind.LOST,
                "captured, but dpu_log does not have it",
                "SELECT c.event_id FROM cdc_log c LEFT JOIN dpu_log d USING (event_id) WHERE d.event_id IS NULL");
        rows(
                Kind.WRONG,
                "in dpu_log, but never captured",
                "SELECT d.event_id FROM dpu_log d LEFT JOIN cdc_log c USING (event_id) WHERE c.event_id IS NULL");
        for (String table : new String[] {"cdc_log", "dpu_log"}) {
            rows(
                    Kind.DUPLICATED,
                    "more than once in " + table,
                    "SELECT event_id FROM " + table + " GROUP BY event_id HAVING COUNT(*) > 1");
        }
        rows(
                Kind.DUPLICATED,
                "captured twice, under two ids",
                "SELECT GROUP_CONCAT(event_id) FROM cdc_log WHERE snapshot IS NULL AND table_name IS NOT NULL"
                        + " GROUP BY binlog_file, binlog_position, row_index HAVING COUNT(*) > 1");
        rows(
                Kind.WRONG,
                "not applied",
                "SELECT CONCAT(status, ' ', event_id, ' ', COALESCE(error_code, ''), ' ', LEFT(COALESCE(error, ''), 300))"
                        + " FROM dpu_log WHERE status IN ('dead', 'waiting')");
    }

    private void countersCountTheLogs() throws SQLException {
        rows(
                Kind.WRONG,
                "cdc_counter does not count cdc_log",
                "SELECT CONCAT(c.n, ' counted, ', l.n, ' logged') FROM"
                        + " (SELECT COALESCE(SUM(events), 0) n FROM cdc_counter) c, (SELECT COUNT(*) n FROM cdc_log) l"
                        + " WHERE c.n <> l.n");
        rows(
                Kind.WRONG,
                "dpu_counter does not count dpu_log",
                "SELECT CONCAT(l.status, ': ', COALESCE(c.n, 0), ' counted, ', l.n, ' logged') FROM"
                        + " (SELECT status, COUNT(*) n FROM dpu_log GROUP BY status) l LEFT JOIN"
                        + " (SELECT status, SUM(events) n FROM dpu_counter GROUP BY status) c USING (status)"
                        + " WHERE COALESCE(c.n, 0) <> l.n");
    }

    /** In = applied + skipped + dead + waiting + dismissed; and the outcome of each dead letter is the one in the log. */
    private void everyEventHasAnOutcome() throws SQLException {
        rows(
                Kind.WRONG,
                "the captured events are not the sum of the outcomes",
                "SELECT CONCAT(c.n, ' captured, ', d.n, ' with an outcome') FROM"
                        + " (SELECT COALESCE(SUM(events), 0) n FROM cdc_counter) c,"
                        + " (SELECT COALESCE(SUM(events), 0) n FROM dpu_counter"
                        + " WHERE status IN ('applied', 'skipped', 'dead', 'waiting', 'dismissed')) d WHERE c.n <> d.n");
        rows(
                Kind.WRONG,
                "a dead letter and the log differ",
                "SELECT CONCAT(event_id, ' ', l.state, ', in the log ', d.status) FROM dead_letter l"
                        + " JOIN dpu_log d USING (event_id) WHERE l.state <> d.status");
    }

    private void relationshipsAreOneToOne() throws SQLException {
        rows(
                Kind.DUPLICATED,
                "one new key for several old ones",
                "SELECT CONCAT(target_table, ' ', new_key) FROM relationship GROUP BY target_table, new_key"
                        + " HAVING COUNT(*) > 1");
        rows(
                Kind.DUPLICATED,
                "several new keys for one old one",
                "SELECT CONCAT(source_table, ' ', old_key) FROM relationship GROUP BY source_table, old_key"
                        + " HAVING COUNT(*) > 1");
        rows(
                Kind.DUPLICATED,
                "one key in several runs",
                "SELECT CONCAT(a.source_table, ' ', r.first_old, ', ', b.source_table, ' ', s.first_old)"
                        + " FROM relationship_run r JOIN relationship_table a USING (table_no)"
                        + " JOIN relationship_table b ON b.target_table = a.target_table"
                        + " JOIN relationship_run s ON s.table_no = b.table_no"
                        + " AND (s.table_no, s.first_old) > (r.table_no, r.first_old)"
                        + " WHERE s.first_new < r.first_new + r.length AND r.first_new < s.first_new + s.length"
                        + " OR s.table_no = r.table_no AND s.first_old < r.first_old + r.length");
    }

    /** For every lane: dpu_log, the topic and the binlog have the same order. */
    private void lanesWereAppliedInOrder() throws SQLException {
        String sql = "SELECT d.lane, d.topic_offset, c.binlog_file, c.binlog_position, c.row_index, d.event_id"
                + " FROM dpu_log d JOIN cdc_log c USING (event_id) ORDER BY d.id";
        Map<Integer, Place> last = new HashMap<>();
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Place place = new Place(
                        result.getLong(2),
                        result.getString(3),
                        result.getLong(4),
                        result.getInt(5),
                        result.getString(6));
                Place before = last.put(result.getInt(1), place);
                if (before != null && !before.isBefore(place)) {
                    violations.add(Kind.WRONG, "lane " + result.getInt(1) + " has " + place + " after " + before);
                }
            }
        }
    }

    /** The place of an event on the topic and in the source's binlog. */
    private record Place(long offset, String file, long position, int row, String eventId) {

        boolean isBefore(Place other) {
            int files = file.compareTo(other.file);
            boolean inBinlog = files != 0 ? files < 0 : position <= other.position;
            return offset < other.offset && inBinlog;
        }

        @Override
        public String toString() {
            return eventId + " (offset " + offset + ", " + file + ":" + position + ":" + row + ")";
        }
    }

    private void rows(Kind kind, String what, String sql) throws SQLException {
        violations.addRows(kind, what, log, sql);
    }
}

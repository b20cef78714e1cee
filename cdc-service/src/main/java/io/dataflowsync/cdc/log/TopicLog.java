package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.topic.KnownTopic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads and writes {@code cdc_topic}: the topics as they were last seen. It is kept outside the broker, because the broker may lose all its
 * data.
 */
public final class TopicLog {
    private static final String NOTE = "INSERT INTO cdc_topic (topic, lane, topic_id, end_offset, logged_before)"
            + " SELECT ?, ?, ?, ?, COALESCE(MAX(id), 0) FROM cdc_log"
            + " ON DUPLICATE KEY UPDATE end_offset = GREATEST(end_offset, VALUES(end_offset))";

    private final DataSource logServer;

    public TopicLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /** The topic as it was last seen; empty where it never was. */
    public Optional<KnownTopic> known(String topic) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT topic_id, end_offset FROM cdc_topic WHERE topic = ? ORDER BY lane")) {
            select.setString(1, topic);
            String id = "";
            List<Long> ends = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    id = rows.getString(1);
                    ends.add(rows.getLong(2));
                }
            }
            return ends.isEmpty() ? Optional.empty() : Optional.of(new KnownTopic(topic, id, List.copyOf(ends)));
        }
    }

    /** Notes the topics, in one transaction; an end offset never goes back. */
    public void note(Collection<KnownTopic> topics) throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
                for (KnownTopic topic : topics) {
                    for (int lane = 0; lane < topic.ends().size(); lane++) {
                        insert.setString(1, topic.name());
                        insert.setInt(2, lane);
                        insert.setString(3, topic.id());
                        insert.setLong(4, topic.ends().get(lane));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** The last row of the log that belongs to an earlier topic; 0 where none does, or where that is not known. */
    public long loggedBefore(String topic) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT COALESCE(MAX(logged_before), 0) FROM cdc_topic WHERE topic = ?")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The number of events that were ever logged. */
    public long events() throws SQLException {
        try (Connection connection = logServer.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT COALESCE(SUM(events), 0) FROM cdc_counter")) {
            row.next();
            return row.getLong(1);
        }
    }
}

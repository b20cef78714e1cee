package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.topic.KnownTopic;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    /** The topic as it was last seen; empty if it never was. */
    public Optional<KnownTopic> known(String topic) throws SQLException {
        List<SeenLane> lanes = Jdbc.query(
                logServer,
                "SELECT topic_id, end_offset FROM cdc_topic WHERE topic = ? ORDER BY lane",
                row -> new SeenLane(row.getString(1), row.getLong(2)),
                topic);
        if (lanes.isEmpty()) {
            return Optional.empty();
        }
        String id = lanes.get(lanes.size() - 1).topicId();
        return Optional.of(
                new KnownTopic(topic, id, lanes.stream().map(SeenLane::end).toList()));
    }

    private record SeenLane(String topicId, long end) {}

    /** Notes the topics, in one transaction; an end offset never goes back. */
    public void note(Collection<KnownTopic> topics) throws SQLException {
        Jdbc.inTransaction(logServer, connection -> {
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
            }
        });
    }

    /** The last row of the log that belongs to an earlier topic; 0 if none does, or if that is not known. */
    public long loggedBefore(String topic) throws SQLException {
        return Jdbc.number(logServer, "SELECT COALESCE(MAX(logged_before), 0) FROM cdc_topic WHERE topic = ?", topic);
    }

    /** The number of events that were ever logged. */
    public long events() throws SQLException {
        return Jdbc.number(logServer, "SELECT COALESCE(SUM(events), 0) FROM cdc_counter");
    }
}

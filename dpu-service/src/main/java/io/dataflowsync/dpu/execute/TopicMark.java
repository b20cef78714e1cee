package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.topic.FoundTopic;
import io.dataflowsync.contract.topic.KnownTopic;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads and writes the table {@code dfs_topic} on the target: the topic that the offsets of the checkpoints belong to. */
public final class TopicMark {
    private final DataSource target;
    private final String schema;
    private final String topic;

    public TopicMark(DataSource target, String schema, String topic) {
        this.target = target;
        this.schema = Identifiers.quoted(schema);
        this.topic = topic;
    }

    /** Creates the table if it is missing. */
    static void create(Statement statement, String schema) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS " + schema + ".dfs_topic"
                + " (topic VARCHAR(249) NOT NULL PRIMARY KEY, topic_id VARCHAR(40) NOT NULL, partitions INT NOT NULL,"
                + " changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6))"
                + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
    }

    /** Returns what is known of the topic: its id, and the offsets that the lanes read next. The id is empty if it was never noted. */
    public KnownTopic known() throws SQLException {
        try (Connection connection = target.getConnection()) {
            List<Long> next = new ArrayList<>();
            Optional<String> id = Jdbc.first(
                    connection,
                    "SELECT topic_id, partitions FROM " + schema + ".dfs_topic WHERE topic = ?",
                    row -> {
                        next.addAll(Collections.nCopies(row.getInt(2), 0L));
                        return row.getString(1);
                    },
                    topic);
            addCheckpoints(connection, next);
            return new KnownTopic(topic, id.orElse(""), List.copyOf(next));
        }
    }

    private void addCheckpoints(Connection connection, List<Long> next) throws SQLException {
        Jdbc.forEach(
                connection,
                "SELECT lane, topic_offset + 1 FROM " + schema + ".dfs_checkpoint WHERE topic = ?",
                row -> {
                    int lane = row.getInt(1);
                    while (next.size() <= lane) {
                        next.add(0L);
                    }
                    next.set(lane, row.getLong(2));
                },
                topic);
    }

    /** Notes the topic that the checkpoints belong to from now on; a topic that was noted before stays. */
    public void note(FoundTopic found) throws SQLException {
        Jdbc.update(
                target,
                "INSERT IGNORE INTO " + schema + ".dfs_topic (topic, topic_id, partitions) VALUES (?, ?, ?)",
                topic,
                found.id(),
                found.ends().size());
    }
}

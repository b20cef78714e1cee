package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.catalog.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table {@code dfs_checkpoint} on the target: how far each lane is applied, and who may go on. */
public final class Checkpoints {
    private final DataSource target;
    private final String schema;
    private final String table;
    private final String replays;
    private final String topic;
    private final SchemaMarks marks;

    public Checkpoints(DataSource target, String schema, String topic) {
        this.target = target;
        this.schema = Identifiers.quoted(schema);
        this.table = this.schema + ".dfs_checkpoint";
        this.replays = this.schema + ".dfs_replayed";
        this.topic = topic;
        this.marks = new SchemaMarks(this.schema, topic);
    }

    /** What was begun of the statements that commit by themselves. */
    SchemaMarks marks() {
        return marks;
    }

    /**
     * A lane's checkpoint.
     *
     * @param offset the last offset that is applied; -1 for none
     */
    public record Checkpoint(long offset, long epoch) {}

    /** Creates the tables where there are none. */
    public void create() throws SQLException {
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (topic VARCHAR(249) NOT NULL, lane INT NOT NULL,"
                            + " topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL,"
                            + " changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane))"
                            + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
            marks.create(connection);
            TopicMark.create(statement, schema);
            statement.execute("CREATE TABLE IF NOT EXISTS " + replays
                    + " (topic VARCHAR(190) NOT NULL, dead_letter VARCHAR(540) NOT NULL,"
                    + " changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, dead_letter))"
                    + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
        }
    }

    /** @param above the new epoch is larger than this, too */
    Checkpoint claim(int lane, long above) throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(
                        connection,
                        "INSERT IGNORE INTO " + table
                                + " (topic_offset, owner_epoch, topic, lane) VALUES (-1, 0, ?, ?)",
                        lane);
                run(
                        connection,
                        "UPDATE " + table + " SET owner_epoch = GREATEST(owner_epoch, " + above
                                + ") + 1 WHERE topic = ? AND lane = ?",
                        lane);
                Checkpoint checkpoint = read(connection, lane, "");
                connection.commit();
                return checkpoint;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    public Checkpoint read(int lane) throws SQLException {
        try (Connection connection = target.getConnection()) {
            return read(connection, lane, "");
        }
    }

    /**
     * Locks the checkpoint until the transaction ends. An earlier attempt of which nothing was heard may still be about to commit:
     * this waits for it.
     *
     * @throws SQLException also where such an attempt has committed meanwhile
     */
    void lock(Connection connection, Target.Batch batch) throws SQLException {
        Checkpoint checkpoint = read(connection, batch.lane(), " FOR UPDATE");
        if (checkpoint.epoch() != batch.epoch()) {
            throw new FencedException(batch.lane(), batch.epoch());
        }
        if (checkpoint.offset() >= batch.lastOffset()) {
            throw new SQLException(
                    "the target has offset " + batch.lastOffset() + " of lane " + batch.lane() + " already");
        }
    }

    /** Locks the checkpoint until the transaction ends, so that no other owner writes meanwhile. */
    void requireOwner(Connection connection, int lane, long epoch) throws SQLException {
        if (read(connection, lane, " FOR UPDATE").epoch() != epoch) {
            throw new FencedException(lane, epoch);
        }
    }

    /** Notes within its transaction that a dead letter is applied; false where one that has committed did so. */
    boolean beginReplay(Connection connection, String deadLetter) throws SQLException {
        return replay(connection, "INSERT IGNORE INTO " + replays + " (topic, dead_letter) VALUES (?, ?)", deadLetter)
                == 1;
    }

    void forgetReplay(Connection connection, String deadLetter) throws SQLException {
        replay(connection, "DELETE FROM " + replays + " WHERE topic = ? AND dead_letter = ?", deadLetter);
    }

    private int replay(Connection connection, String sql, String deadLetter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            statement.setString(2, deadLetter);
            return statement.executeUpdate();
        }
    }

    /**
     * Moves the checkpoint within the transaction that applies the batch, and locks it until that ends.
     *
     * @throws SQLException as {@link #lock}
     */
    void move(Connection connection, Target.Batch batch) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
                + " SET topic_offset = ?, event_id = ?, changed_at = NOW(6)"
                + " WHERE topic = ? AND lane = ? AND owner_epoch = ? AND topic_offset < ?")) {
            update.setLong(1, batch.lastOffset());
            update.setString(2, batch.lastEventId());
            update.setString(3, topic);
            update.setInt(4, batch.lane());
            update.setLong(5, batch.epoch());
            update.setLong(6, batch.lastOffset());
            if (update.executeUpdate() == 0) {
                lock(connection, batch);
                throw new SQLException("the checkpoint of lane " + batch.lane() + " was not moved");
            }
        }
    }

    private void run(Connection connection, String sql, int lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            statement.setInt(2, lane);
            statement.executeUpdate();
        }
    }

    private Checkpoint read(Connection connection, int lane, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT topic_offset, owner_epoch FROM " + table + " WHERE topic = ? AND lane = ?" + lock)) {
            select.setString(1, topic);
            select.setInt(2, lane);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the target has no checkpoint of lane " + lane + " any more");
                }
                return new Checkpoint(row.getLong(1), row.getLong(2));
            }
        }
    }
}

package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes the table {@code dfs_checkpoint} on the target: how far each lane is applied, and which owner may write to it. */
public final class Checkpoints {
    private static final String KEY_KEPT = "key_kept BOOLEAN NULL";
    private static final String LOGGED = "logged_offset BIGINT NOT NULL DEFAULT -1";

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

    /** The marks of the statements that commit by themselves and were begun. */
    SchemaMarks marks() {
        return marks;
    }

    /**
     * A lane's checkpoint.
     *
     * @param offset the last offset that is applied; -1 for none
     * @param epoch the epoch of the lane's owner
     * @param keyKept if the event at the offset changes the key of a row in the source: whether the row keeps its new key; else null
     * @param logged the offset that the logs had reached when the checkpoint was moved; -1 if it is not known
     */
    public record Checkpoint(
            long offset, long epoch, @Nullable Boolean keyKept, long logged) {}

    /** Creates the tables that are missing. */
    public void create() throws SQLException {
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (topic VARCHAR(249) NOT NULL, lane INT NOT NULL,"
                            + " topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL, "
                            + KEY_KEPT + ", " + LOGGED
                            + ", changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane))"
                            + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
            marks.create(connection);
            TopicMark.create(statement, schema);
            statement.execute("CREATE TABLE IF NOT EXISTS " + replays
                    + " (topic VARCHAR(190) NOT NULL, dead_letter VARCHAR(540) NOT NULL, "
                    + KEY_KEPT
                    + ", changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, dead_letter))"
                    + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
            add(statement, table, KEY_KEPT);
            add(statement, table, LOGGED);
            add(statement, replays, KEY_KEPT);
        }
    }

    /** Adds a column that tables of an earlier release do not have. */
    private static void add(Statement statement, String table, String column) throws SQLException {
        String name = column.substring(0, column.indexOf(' '));
        try (ResultSet found = statement.executeQuery("SHOW COLUMNS FROM " + table + " LIKE '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("ALTER TABLE " + table + " ADD COLUMN " + column);
    }

    /**
     * Raises the epoch of a lane, so that an earlier owner cannot commit.
     *
     * @param above a number that the new epoch must exceed, too
     */
    Checkpoint claim(int lane, long above) throws SQLException {
        return Jdbc.callInTransaction(target, connection -> {
            Jdbc.update(
                    connection,
                    "INSERT IGNORE INTO " + table + " (topic_offset, owner_epoch, topic, lane) VALUES (-1, 0, ?, ?)",
                    topic,
                    lane);
            Jdbc.update(
                    connection,
                    "UPDATE " + table + " SET owner_epoch = GREATEST(owner_epoch, " + above
                            + ") + 1 WHERE topic = ? AND lane = ?",
                    topic,
                    lane);
            return read(connection, lane, "");
        });
    }

    public Checkpoint read(int lane) throws SQLException {
        try (Connection connection = target.getConnection()) {
            return read(connection, lane, "");
        }
    }

    /**
     * Locks the checkpoint until the transaction ends.
     *
     * <p>An earlier attempt that gave no answer may still be about to commit: this waits for it.
     *
     * @throws SQLException also if such an attempt has committed in the meantime
     */
    void lock(Connection connection, Target.Batch batch) throws SQLException {
        Checkpoint checkpoint = read(connection, batch.lane(), " FOR UPDATE");
        if (checkpoint.epoch() != batch.epoch()) {
            throw new FencedException(batch.lane(), batch.epoch());
        }
        if (checkpoint.offset() >= batch.end().offset()) {
            throw new SQLException(
                    "the target has offset " + batch.end().offset() + " of lane " + batch.lane() + " already");
        }
    }

    /** Locks the checkpoint until the transaction ends, so that no other owner writes in the meantime. */
    void requireOwner(Connection connection, int lane, long epoch) throws SQLException {
        if (read(connection, lane, " FOR UPDATE").epoch() != epoch) {
            throw new FencedException(lane, epoch);
        }
    }

    /** Notes, in the transaction that applies it, that a dead letter is applied; false if an earlier transaction has done so. */
    boolean beginReplay(Connection connection, Target.Letter letter) throws SQLException {
        return Jdbc.update(
                        connection,
                        "INSERT IGNORE INTO " + replays + " (topic, dead_letter, key_kept) VALUES (?, ?, ?)",
                        topic,
                        letter.id(),
                        letter.keyKept())
                == 1;
    }

    void forgetReplay(Connection connection, String deadLetter) throws SQLException {
        Jdbc.update(connection, "DELETE FROM " + replays + " WHERE topic = ? AND dead_letter = ?", topic, deadLetter);
    }

    /** Whether a dead letter is noted as applied. */
    boolean isReplayed(String deadLetter) throws SQLException {
        return Jdbc.first(
                        target,
                        "SELECT 1 FROM " + replays + " WHERE topic = ? AND dead_letter = ?",
                        row -> row.getInt(1),
                        topic,
                        deadLetter)
                .isPresent();
    }

    /** Whether the row of a dead letter has kept its new key, as it was noted; null if nothing was noted. */
    @Nullable
    Boolean keyKept(String deadLetter) throws SQLException {
        try (Connection connection = target.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT key_kept FROM " + replays + " WHERE topic = ? AND dead_letter = ?")) {
            select.setString(1, topic);
            select.setString(2, deadLetter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? keyKept(row, 1) : null;
            }
        }
    }

    private static @Nullable Boolean keyKept(ResultSet row, int column) throws SQLException {
        boolean kept = row.getBoolean(column);
        return row.wasNull() ? null : (Boolean) kept;
    }

    /**
     * Moves the checkpoint within the transaction that applies the batch, and locks it until that ends.
     *
     * @throws SQLException as {@link #lock}
     */
    void move(Connection connection, Target.Batch batch) throws SQLException {
        int moved = Jdbc.update(
                connection,
                "UPDATE " + table
                        + " SET topic_offset = ?, event_id = ?, key_kept = ?, logged_offset = ?, changed_at = NOW(6)"
                        + " WHERE topic = ? AND lane = ? AND owner_epoch = ? AND topic_offset < ?",
                batch.end().offset(),
                batch.end().eventId(),
                batch.end().keyKept(),
                batch.end().logged(),
                topic,
                batch.lane(),
                batch.epoch(),
                batch.end().offset());
        if (moved == 0) {
            lock(connection, batch);
            throw new SQLException("the checkpoint of lane " + batch.lane() + " was not moved");
        }
    }

    private Checkpoint read(Connection connection, int lane, String lock) throws SQLException {
        return Jdbc.first(
                        connection,
                        "SELECT topic_offset, owner_epoch, key_kept, logged_offset FROM " + table
                                + " WHERE topic = ? AND lane = ?" + lock,
                        row -> new Checkpoint(row.getLong(1), row.getLong(2), keyKept(row, 3), row.getLong(4)),
                        topic,
                        lane)
                .orElseThrow(() -> new SQLException("the target has no checkpoint of lane " + lane + " any more"));
    }
}

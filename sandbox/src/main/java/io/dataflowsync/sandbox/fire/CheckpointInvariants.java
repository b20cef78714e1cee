package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.fire.Violation.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The checkpoints on the target beside the progress of the logs. */
final class CheckpointInvariants {
    private final Connection log;
    private final Connection target;

    CheckpointInvariants(Connection log, Connection target) {
        this.log = log;
        this.target = target;
    }

    /** Once everything is drained, each lane's checkpoint is where its logs are. */
    void checkDrained(Violations violations) throws SQLException {
        Map<Integer, Long> progress = progress();
        Map<Integer, Long> checkpoints = checkpoints();
        if (!progress.equals(checkpoints)) {
            violations.add(Kind.WRONG, "the target's checkpoints are " + checkpoints + ", the logs' " + progress);
        }
    }

    private Map<Integer, Long> progress() throws SQLException {
        return offsets(log, "SELECT lane, topic_offset FROM dpu_progress");
    }

    private Map<Integer, Long> checkpoints() throws SQLException {
        return offsets(target, "SELECT lane, topic_offset FROM dfs_checkpoint WHERE topic_offset >= 0");
    }

    private static Map<Integer, Long> offsets(Connection connection, String sql) throws SQLException {
        Map<Integer, Long> offsets = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                offsets.put(result.getInt(1), result.getLong(2));
            }
        }
        return offsets;
    }
}

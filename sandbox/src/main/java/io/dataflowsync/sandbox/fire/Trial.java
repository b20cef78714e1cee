package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.fire.Violation.Kind;
import io.dataflowsync.sandbox.workload.OwnRows;
import io.dataflowsync.verify.RowDifference;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Checks whether every promise was kept, once everything is drained. */
final class Trial {
    private static final String ROW_MISSING = "no such row";

    private final FireGround ground;
    private final Violations violations;

    Trial(FireGround ground, Violations violations) {
        this.ground = ground;
        this.violations = violations;
    }

    /** Checks, and returns how many rows were compared. */
    long hold(OwnRows ownRows, Witness witness) throws SQLException {
        try (Connection source = ground.engines().source().connect(DemoEngines.SOURCE_SCHEMA);
                Connection target = ground.engines().target().connect(DemoEngines.TARGET_SCHEMA);
                Connection log = ground.engines().log().connect(ground.logSchema())) {
            checkpointsAreWhereTheLogsAre(new Sight(log, target));
            topicHasEveryEventOnce(log, witness);
            new LogInvariants(log, violations).check();
            everyRowHasItsRelationship(source, log);
        }
        return targetIsWhatTheSourceSays(ownRows);
    }

    private void checkpointsAreWhereTheLogsAre(Sight sight) throws SQLException {
        Map<Integer, Long> checkpoints = new TreeMap<>();
        sight.checkpoints().forEach((lane, checkpoint) -> checkpoints.put(lane, checkpoint.offset()));
        Map<Integer, Long> progress = sight.progress();
        if (!progress.equals(checkpoints)) {
            violations.add(Kind.WRONG, "the target's checkpoints are " + checkpoints + ", the logs' " + progress);
        }
    }

    private void topicHasEveryEventOnce(Connection log, Witness witness) throws SQLException {
        int lane = (int)
                number(log, "SELECT COALESCE(MAX(lane), -1) FROM cdc_log WHERE table_name = 'counters' AND lane >= 0");
        TopicInvariants invariants = new TopicInvariants(violations);
        CounterReplay replay = new CounterReplay(lane, witness.views(), violations);
        String broker = ground.engines().broker().bootstrapServers();
        new Topic(broker, ground.config().changesTopic()).read(record -> {
            invariants.take(record);
            replay.take(record);
        });
        invariants.check(log);
    }

    private void everyRowHasItsRelationship(Connection source, Connection log) throws SQLException {
        Map<String, Long> applied = new TreeMap<>();
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT source_table, SUM(state = 'applied') FROM relationship GROUP BY source_table")) {
            while (result.next()) {
                applied.put(result.getString(1), result.getLong(2));
            }
        }
        for (Map.Entry<String, Long> table : applied.entrySet()) {
            long rows = number(source, "SELECT COUNT(*) FROM " + table.getKey());
            if (rows != table.getValue()) {
                violations.add(
                        Kind.WRONG,
                        table.getKey() + " has " + rows + " rows and " + table.getValue() + " relationships in use");
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private long targetIsWhatTheSourceSays(OwnRows ownRows) throws SQLException {
        Verification verification = Verifier.verify(ground.config(), ownRows::isOwn);
        verification.nothingCompared().ifPresent(why -> violations.add(Kind.WRONG, why));
        verification.differences().forEach(difference -> violations.add(kind(difference), difference.toString()));
        for (String row : ownRows.changed()) {
            violations.add(Kind.WRONG, "the target's own row " + row + " was changed");
        }
        return verification.rows();
    }

    private static Kind kind(RowDifference difference) {
        if (ROW_MISSING.equals(difference.actual())) {
            return Kind.LOST;
        }
        return ROW_MISSING.equals(difference.expected()) ? Kind.DUPLICATED : Kind.WRONG;
    }
}

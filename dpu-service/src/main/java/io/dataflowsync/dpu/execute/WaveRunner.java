package io.dataflowsync.dpu.execute;

import io.dataflowsync.dpu.statement.MultiRow;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Waves.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs the steps of a batch within a transaction. It gives up as soon as anything is not as planned: nobody could tell then of what event it was. */
final class WaveRunner {
    private final Connection connection;
    private final RowRunner rows;
    private final Map<Integer, List<CascadeDeleted>> vanished = new HashMap<>();

    WaveRunner(Connection connection, RowRunner rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Whether all steps did what they were to do. */
    boolean run(List<Step> steps) throws SQLException {
        for (Step step : steps) {
            boolean done = step instanceof Step.Rows changes
                    ? run(changes) && !rows.anyDiffers(changes.statements())
                    : run((Step.Event) step);
            if (!done) {
                return false;
            }
        }
        return true;
    }

    /** The rows that went along, by the number of the event. */
    Map<Integer, List<CascadeDeleted>> vanished() {
        return vanished;
    }

    private boolean run(Step.Event event) throws SQLException {
        Result result = rows.event(event.statements());
        if (!result.gone().isEmpty()) {
            vanished.put(event.number(), result.gone());
        }
        return result.isApplied() && ((Result.Applied) result).note() == null;
    }

    private boolean run(Step.Rows changes) throws SQLException {
        findVanishing(changes);
        List<MultiRow> together = MultiRow.of(changes.shape(), changes.statements());
        if (together.isEmpty()) {
            return each(changes);
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (MultiRow some : together) {
                if (statement.executeUpdate(some.sql()) != some.rows()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** For all at once, since mostly there are none; else for each, since what follows depends on whose they are. */
    private void findVanishing(Step.Rows changes) throws SQLException {
        if (rows.vanishing(changes.statements()).isEmpty()) {
            return;
        }
        for (int i = 0; i < changes.statements().size(); i++) {
            List<CascadeDeleted> found =
                    rows.vanishing(List.of(changes.statements().get(i)));
            if (!found.isEmpty()) {
                vanished.put(changes.numbers().get(i), found);
            }
        }
    }

    private boolean each(Step.Rows changes) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement(changes.shape().sql())) {
            for (SqlStatement statement : changes.statements()) {
                RowRunner.bind(prepared, statement.values());
                prepared.addBatch();
            }
            int[] counts = prepared.executeBatch();
            return IntStream.range(0, counts.length)
                    .allMatch(i -> RowRunner.isOne(changes.statements().get(i), counts[i]));
        }
    }
}

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

/**
 * Runs the steps of a batch within a transaction.
 *
 * <p>It gives up as soon as anything is not as planned, because it cannot know which event caused that.
 */
final class WaveRunner {
    private final Connection connection;
    private final RowRunner rows;
    private final Map<Integer, List<CascadeDeleted>> cascadeDeleted = new HashMap<>();

    WaveRunner(Connection connection, RowRunner rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Runs the steps, and returns whether all of them did what was planned. */
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

    /** The rows that the target deleted by a cascade, by the number of the event. */
    Map<Integer, List<CascadeDeleted>> cascadeDeleted() {
        return cascadeDeleted;
    }

    private boolean run(Step.Event event) throws SQLException {
        Result result = rows.event(event.statements());
        if (!result.gone().isEmpty()) {
            cascadeDeleted.put(event.number(), result.gone());
        }
        return result.isApplied() && ((Result.Applied) result).note() == null;
    }

    private boolean run(Step.Rows changes) throws SQLException {
        findCascadeDeleted(changes);
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

    /**
     * Looks for cascades of all changes at once, because mostly there are none. If there are some, looks for each change, to know its own
     * rows.
     */
    private void findCascadeDeleted(Step.Rows changes) throws SQLException {
        if (rows.findCascadeDeleted(changes.statements()).isEmpty()) {
            return;
        }
        for (int i = 0; i < changes.statements().size(); i++) {
            List<CascadeDeleted> found =
                    rows.findCascadeDeleted(List.of(changes.statements().get(i)));
            if (!found.isEmpty()) {
                cascadeDeleted.put(changes.numbers().get(i), found);
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

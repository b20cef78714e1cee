package io.dataflowsync.dpu;

import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans the events of a batch: adopts rows, reserves the keys that all of them need, then plans each. */
final class BatchPlanner {
    private final Relationships relationships;
    private final EventPlanner planner;
    private final Adoption adoption;

    BatchPlanner(Relationships relationships, EventPlanner planner, Adoption adoption) {
        this.relationships = relationships;
        this.planner = planner;
        this.adoption = adoption;
    }

    List<Planned> plan(List<Received> batch) throws SQLException {
        Map<Received, Result.Failed> failures = adoption.adopt(batch);
        KeyNeeds needs = new KeyNeeds();
        for (Received received : batch) {
            if (!failures.containsKey(received)) {
                planner.addNeeds(received, needs);
            }
        }
        KnownKeys keys = relationships.resolve(needs);
        List<Planned> planned = new ArrayList<>(batch.size());
        for (Received received : batch) {
            Result.Failed failure = failures.get(received);
            planned.add(failure == null ? planner.plan(received, keys) : planner.failedRow(received, failure));
        }
        return planned;
    }

    /** Whether any table adopts rows that the target has already. */
    boolean adopts() {
        return adoption.isNeeded();
    }

    /** What somebody has changed on the target is seen from now on. */
    void lookAgain() {
        planner.lookAgain();
    }

    /** What somebody has imported is seen from now on. */
    void forgetRelationships() {
        relationships.forget();
    }
}

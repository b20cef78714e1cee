package io.dataflowsync.dpu.plan;

import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans the events of a batch: adopts rows, reserves the keys that all of them need, then plans each event. */
public final class BatchPlanner {
    private final Relationships relationships;
    private final EventPlanner planner;
    private final Adoption adoption;

    public BatchPlanner(Relationships relationships, EventPlanner planner, Adoption adoption) {
        this.relationships = relationships;
        this.planner = planner;
        this.adoption = adoption;
    }

    public PlannedBatch plan(List<Received> batch) throws SQLException {
        return plan(batch, null);
    }

    /**
     * Plans events that may be on the target already.
     *
     * @param keyKept whether the last event was applied so that its row keeps its new key, if the event changes the key of a row in the
     *     source; null where that is open
     */
    public PlannedBatch plan(List<Received> batch, @Nullable Boolean keyKept) throws SQLException {
        Map<Received, Result.Failed> failures = adoption.adopt(batch);
        KeyNeeds needs = new KeyNeeds();
        for (Received received : batch) {
            if (!failures.containsKey(received)) {
                planner.addNeeds(received, needs);
            }
        }
        KnownKeys keys = relationships.resolve(needs);
        List<PlannedEvent> planned = new ArrayList<>(batch.size());
        for (Received received : batch) {
            Result.Failed failure = failures.get(received);
            Boolean kept = planned.size() == batch.size() - 1 ? keyKept : null;
            planned.add(failure == null ? planner.plan(received, keys, kept) : planner.failedRow(received, failure));
        }
        return new PlannedBatch(planned, used(keys));
    }

    private static List<RelationshipChange> used(KnownKeys keys) {
        return keys.unmarked().entrySet().stream()
                .<RelationshipChange>map(space -> new RelationshipChange.Used(space.getKey(), space.getValue()))
                .toList();
    }

    /** Returns the new rows whose keys are not reserved yet. */
    public List<Received> unreserved(List<Received> batch) throws SQLException {
        List<KeyNeeds> own = batch.stream().map(planner::ownKey).toList();
        KeyNeeds looks = new KeyNeeds();
        own.forEach(key -> key.looks().forEach((space, keys) -> keys.forEach(oldKey -> looks.look(space, oldKey))));
        KnownKeys known = relationships.resolve(looks);
        return IntStream.range(0, batch.size())
                .filter(i -> !areKnown(own.get(i).looks(), known))
                .mapToObj(batch::get)
                .toList();
    }

    private static boolean areKnown(Map<KeySpace, Set<String>> keys, KnownKeys known) {
        return keys.entrySet().stream().allMatch(space -> space.getValue().stream()
                .allMatch(oldKey -> known.find(space.getKey(), oldKey).isPresent()));
    }

    /** Whether any table adopts rows that the target already has. */
    public boolean adopts() {
        return adoption.isNeeded();
    }

    /** Reads the target's tables again, so that changes made there by hand are seen from now on. */
    public void lookAgain() {
        planner.lookAgain();
    }

    /** Drops the cached relationships, so that imported ones are seen from now on. */
    public void forgetRelationships() {
        relationships.forget();
    }
}

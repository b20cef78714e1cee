package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.log.DeadLetterResults;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logs and the dead letters in memory; a call is a transaction. */
final class SimulatedLog implements LaneLog, DeadLetterStore, DeadLetterResults {
    private final SimulatedFaults faults;
    private final SimulatedRelationships relationships;
    private final Map<String, LogEntry.Status> statuses = new LinkedHashMap<>();
    private final Map<String, Letter> letters = new HashMap<>();
    private long progress = Long.MIN_VALUE;
    private long epoch;
    private int contradictions;

    SimulatedLog(SimulatedFaults faults, SimulatedRelationships relationships) {
        this.faults = faults;
        this.relationships = relationships;
    }

    private record Letter(
            DeadLetter kept, ErrorCode code, @Nullable String blocker, boolean asked, boolean open) {
        Letter with(ErrorCode changed, @Nullable String waitsFor) {
            return new Letter(kept, changed, waitsFor, false, true);
        }
    }

    @Override
    public void keepCascadeDeleted(int lane, long first, long last, Map<Long, List<CascadeDeleted>> cascadeDeleted) {
        throw new UnsupportedOperationException("no row goes along with another here");
    }

    @Override
    public Map<Long, List<CascadeDeleted>> cascadeDeleted(int lane, long first, long last) {
        return Map.of();
    }

    /** What became of each event, by id. */
    Map<String, LogEntry.Status> statuses() {
        return statuses;
    }

    long progress() {
        return progress;
    }

    /** How many events were told again, and otherwise. */
    int contradictions() {
        return contradictions;
    }

    void askForAll() {
        letters.replaceAll((id, letter) -> letter.open && letter.blocker == null
                ? new Letter(letter.kept, letter.code, null, true, true)
                : letter);
    }

    boolean isAnyOpen() {
        return letters.values().stream().anyMatch(Letter::open);
    }

    @Override
    public void write(Batch batch) throws SQLException {
        faults.point();
        requireOwner(batch.lane(), batch.epoch());
        if (progress < batch.lastOffset()) {
            for (LogEntry entry : batch.entries()) {
                LogEntry.Status known = statuses.putIfAbsent(
                        entry.where().eventId(), entry.outcome().status());
                contradictions += known == null || known == entry.outcome().status() ? 0 : 1;
            }
            relationships.write(batch.relationshipChanges());
            progress = batch.lastOffset();
        }
        faults.point();
    }

    @Override
    public Optional<Progress> progress(int lane) throws SQLException {
        faults.point();
        return progress == Long.MIN_VALUE ? Optional.empty() : Optional.of(new Progress(progress, epoch));
    }

    @Override
    public void claim(int lane, long claimed) throws SQLException {
        faults.point();
        if (epoch > claimed) {
            throw new FencedException(lane, claimed);
        }
        epoch = claimed;
        faults.point();
    }

    private void requireOwner(int lane, long owner) {
        if (owner != epoch) {
            throw new FencedException(lane, owner);
        }
    }

    @Override
    public boolean isOwned(Connection connection, Map<Integer, Long> epochs) {
        throw new UnsupportedOperationException("nothing is imported here");
    }

    @Override
    public List<String> schemaChangesLeftOut(int lane, TableName table) {
        return List.of();
    }

    @Override
    public void startLane(int lane) throws SQLException {
        faults.point();
        progress = Math.max(progress, -1);
        faults.point();
    }

    @Override
    public void keep(int lane, long owner, List<DeadLetter> kept) throws SQLException {
        faults.point();
        requireOwner(lane, owner);
        kept.forEach(letter -> letters.put(
                letter.id(),
                new Letter(letter, letter.why().code(), letter.why().blocker(), false, true)));
        faults.point();
    }

    @Override
    public Map<String, Reason> between(int lane, long from, long to) throws SQLException {
        faults.point();
        Map<String, Reason> reasons = new HashMap<>();
        letters.forEach((id, letter) -> {
            if (letter.kept.offset() >= from && letter.kept.offset() <= to) {
                reasons.put(id, new Reason(letter.code, "", letter.blocker));
            }
        });
        return reasons;
    }

    @Override
    public void forgetAfter(int lane, long owner, long checkpoint) throws SQLException {
        faults.point();
        requireOwner(lane, owner);
        letters.values().removeIf(letter -> letter.open && letter.kept.offset() > checkpoint);
    }

    @Override
    public List<Open> open(int lane) throws SQLException {
        faults.point();
        List<Open> open = new ArrayList<>();
        letters.values().stream()
                .filter(Letter::open)
                .sorted(Comparator.comparingLong(letter -> letter.kept.offset()))
                .forEach(letter -> open.add(new Open(
                        letter.kept.id(),
                        letter.kept.offset(),
                        letter.blocker != null,
                        letter.code,
                        letter.kept.affected(),
                        letter.asked ? "replay" : null,
                        "somebody")));
        return open;
    }

    @Override
    public Look look(int lane) throws SQLException {
        faults.point();
        return new Look(letters.values().stream().anyMatch(letter -> letter.open && letter.asked), 0);
    }

    private Letter letter(String id) {
        return Objects.requireNonNull(letters.get(id));
    }

    @Override
    public String event(String id) {
        return letter(id).kept.event();
    }

    @Override
    public void applied(String id, String who, LogEntry entry, List<RelationshipChange> changes) throws SQLException {
        faults.point();
        Letter letter = letter(id);
        if (letter.open) {
            letters.put(id, new Letter(letter.kept, letter.code, null, false, false));
            statuses.put(id, entry.outcome().status());
            relationships.write(changes);
        }
        faults.point();
    }

    @Override
    public void dismissed(String id, String who) {
        throw new UnsupportedOperationException("nobody dismisses here");
    }

    @Override
    public void failedAgain(String id, String who, LogEntry entry, @Nullable String stack) throws SQLException {
        faults.point();
        if (letter(id).open) {
            ErrorCode code = ErrorCode.ofWord(String.valueOf(entry.outcome().errorCode()))
                    .orElseThrow();
            letters.put(id, letter(id).with(code, null));
            statuses.put(id, LogEntry.Status.DEAD);
        }
        faults.point();
    }

    @Override
    public void waits(String id, String blocker) throws SQLException {
        faults.point();
        if (letter(id).open) {
            letters.put(id, letter(id).with(ErrorCode.WAITS_BEHIND, blocker));
            statuses.put(id, LogEntry.Status.WAITING);
        }
    }
}

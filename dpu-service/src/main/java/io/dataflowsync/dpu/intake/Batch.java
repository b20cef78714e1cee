package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.TransactionLimit;
import java.util.List;

/**
 * Events that are applied in one transaction, at least one.
 *
 * @param snapshotId the snapshot that read all of its rows; empty if they come from the stream
 */
public record Batch(List<Received> received, String snapshotId) {

    /** Whether its rows were read by a snapshot; if so, all were. */
    public boolean snapshot() {
        return !snapshotId.isEmpty();
    }

    public Received first() {
        return received.get(0);
    }

    /** The events before this offset, at least one. */
    public Batch before(long offset) {
        return new Batch(received.stream().filter(r -> r.offset() < offset).toList(), snapshotId);
    }

    /** The events from this offset on, at least one. */
    public Batch from(long offset) {
        return new Batch(received.stream().filter(r -> r.offset() >= offset).toList(), snapshotId);
    }

    /** Whether the source wrote its rows without checking foreign keys, and without cascades; if so, all of them. */
    public boolean unchecked() {
        ChangeEvent event = first().event();
        return event != null && event.origin().unchecked().foreignKeys();
    }

    /** Whether each of its events is about one row, or cannot be read. */
    public boolean isOfRows() {
        return first().event() == null || first().event() instanceof RowChange;
    }

    /** Whether its last event changes a key, so that the events after it must be planned with the changed key. */
    public boolean endsWithChangedKey() {
        return last().event() instanceof Update update && update.changesKey();
    }

    /** The memory that its events take, roughly. */
    public long bytes() {
        return received.stream()
                .mapToLong(event -> TransactionLimit.memory(event.bytes()))
                .sum();
    }

    public Received last() {
        return received.get(received.size() - 1);
    }
}

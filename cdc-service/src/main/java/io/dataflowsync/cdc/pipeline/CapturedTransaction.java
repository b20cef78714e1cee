package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.TransactionLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the captured events of a transaction until the transaction is complete. A transaction over the limit is passed on in parts. */
final class CapturedTransaction {
    private final TransactionLimit limit;
    private @Nullable OutgoingBatch kept;
    private boolean inParts;

    CapturedTransaction(TransactionLimit limit) {
        this.limit = limit;
    }

    /**
     * The events that can be passed on now, together with those that were kept; empty if these are kept, too.
     *
     * @param mapped the captured events after mapping
     */
    Optional<OutgoingBatch> ended(CapturedBatch captured, OutgoingBatch mapped) {
        OutgoingBatch before = kept;
        OutgoingBatch all = before == null ? mapped : OutgoingBatch.together(List.of(before, mapped));
        boolean goesOn = inParts && captured.ends().isEmpty();
        inParts = captured.isOpen() && (goesOn || limit.isReached(all.events().size(), all.bytes()));
        boolean isKept = captured.isOpen() && !inParts;
        kept = isKept ? all : null;
        return isKept ? Optional.empty() : Optional.of(all);
    }

    /** The kept events, followed by these: all that are not on their way to the log yet. */
    List<OutgoingEvent> with(List<OutgoingEvent> events) {
        OutgoingBatch before = kept;
        return before == null
                ? events
                : Stream.concat(before.events().stream(), events.stream()).toList();
    }

    /** Forgets the kept events: reading begins again at another place. */
    void restart() {
        kept = null;
        inParts = false;
    }
}

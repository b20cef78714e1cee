package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.TransactionLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what was captured of a transaction until the rest of it has come, unless it is so large that it goes in parts. */
final class CapturedTransaction {
    private final TransactionLimit limit;
    private @Nullable OutgoingBatch kept;
    private boolean inParts;

    CapturedTransaction(TransactionLimit limit) {
        this.limit = limit;
    }

    /**
     * What can go now, along with what was kept before; nothing where it is kept, too.
     *
     * @param mapped what is left of the captured events
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

    /** What is kept, and then these events: all that is not on its way to the log. */
    List<OutgoingEvent> with(List<OutgoingEvent> events) {
        OutgoingBatch before = kept;
        return before == null
                ? events
                : Stream.concat(before.events().stream(), events.stream()).toList();
    }

    /** Reading begins anew, somewhere. */
    void restart() {
        kept = null;
        inParts = false;
    }
}

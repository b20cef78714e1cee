package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.DeadLetterRow;
import io.dataflowsync.monitor.log.RecordedLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the page shows it.
 *
 * @param edited the row with the values that an operator gave it; empty if there are none
 * @param followers the first of the dead letters that wait until this one is settled
 */
public record LetterDetail(
        DeadLetterRow letter,
        @Nullable String stack,
        List<ColumnChange> edited,
        List<RecordedLetter.Trace> trace,
        List<DeadLetterRow> followers) {

    static LetterDetail of(RecordedLetter recorded) {
        String edited = recorded.edited();
        return new LetterDetail(
                recorded.letter(),
                recorded.stack(),
                edited == null ? List.of() : ColumnChange.of(edited),
                recorded.trace(),
                recorded.followers());
    }
}

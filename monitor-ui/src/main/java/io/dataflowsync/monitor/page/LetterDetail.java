package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.DeadLetterRow;
import io.dataflowsync.monitor.log.RecordedLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the page shows it.
 *
 * @param edited the row with the values that somebody gave it; empty where nobody has
 * @param followers the first of those that wait until it is done with
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

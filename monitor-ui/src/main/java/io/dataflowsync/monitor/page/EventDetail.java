package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.CdcRow;
import io.dataflowsync.monitor.log.DpuRow;
import io.dataflowsync.monitor.log.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as the page shows it. It is flat, because it is the JSON of the page.
 *
 * @param columns the row before and after, column by column; empty for an event that is not about a single row
 * @param json the event's JSON, indented; null if it is gone
 * @param cut whether the JSON was longer and has been cut; then there are no columns
 */
public record EventDetail(
        String eventId,
        @Nullable CdcRow captured,
        @Nullable DpuRow done,
        @Nullable LetterDetail letter,
        List<ColumnChange> columns,
        @Nullable String json,
        boolean cut,
        @Nullable String sql,
        @Nullable String error) {

    static EventDetail of(RecordedEvent event) {
        String json = event.json();
        String whole = event.isCut() ? null : json;
        return new EventDetail(
                event.eventId(),
                event.captured().orElse(null),
                event.done().orElse(null),
                event.letter().map(LetterDetail::of).orElse(null),
                whole == null ? List.of() : ColumnChange.of(whole),
                whole == null ? json : Indented.json(whole),
                event.isCut(),
                event.sql(),
                event.error());
    }
}

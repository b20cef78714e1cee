package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.plan.PlannedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A planned event with its result on the target, as the log and the dead letters keep it. */
record EventOutcome(PlannedEvent planned, Result result) {

    /** @param appliedAt when the target had it, or when it was given up */
    LogEntry entry(Instant appliedAt) {
        Received received = planned.received();
        ChangeEvent event = received.event();
        Instant unread = received.unreadable() == null
                ? received.at()
                : received.unreadable().recordedAt();
        return new LogEntry(
                new LogEntry.Where(received.eventId(), received.lane(), received.offset()),
                new LogEntry.What(
                        planned.table(),
                        planned.row().targetTable(),
                        planned.action(),
                        event == null ? null : event.origin().position().snapshot(),
                        planned.row().oldKey(),
                        planned.row().newKey(),
                        planned.row().leftKey(),
                        planned.sqlText()),
                new LogEntry.Outcome(status(), code(), text()),
                new LogEntry.When(
                        event == null ? unread : event.origin().committedAt(),
                        event == null ? unread : event.origin().capturedAt(),
                        received.at(),
                        appliedAt));
    }

    /** Only of an event that is not applied. */
    DeadLetter deadLetter() {
        Received received = planned.received();
        Result.Failed failed = result instanceof Result.Failed f ? f : null;
        String text = received.event() == null
                ? Objects.requireNonNull(received.unreadable()).text()
                : new String(new EventCodec().encode(received.event()), StandardCharsets.UTF_8);
        return new DeadLetter(
                planned.letterId(),
                received.lane(),
                received.offset(),
                new DeadLetter.What(
                        planned.table(), planned.action(), planned.row().oldKey(), planned.sqlText()),
                new DeadLetter.Why(
                        failed == null ? ErrorCode.WAITS_BEHIND : failed.code(),
                        String.valueOf(text()),
                        failed == null ? null : failed.stack(),
                        result instanceof Result.Waiting waiting ? waiting.blocker() : null),
                planned.affected(),
                text);
    }

    private LogEntry.Status status() {
        if (result instanceof Result.Failed) {
            return LogEntry.Status.DEAD;
        }
        if (result instanceof Result.Waiting) {
            return LogEntry.Status.WAITING;
        }
        boolean changesNothing = planned.schema() == null
                ? planned.work().statements().isEmpty() && planned.received().event() instanceof ChangeEvent.RowChange
                : !planned.schema().isRun();
        return changesNothing ? LogEntry.Status.SKIPPED : LogEntry.Status.APPLIED;
    }

    private @Nullable String code() {
        if (result instanceof Result.Failed failed) {
            return failed.code().word();
        }
        return result instanceof Result.Waiting ? ErrorCode.WAITS_BEHIND.word() : null;
    }

    private @Nullable String text() {
        if (result instanceof Result.Applied applied) {
            String note = applied.note() == null ? planned.note() : applied.note();
            return planned.schema() == null ? note : planned.schema().text(note);
        }
        return result instanceof Result.Failed failed
                ? failed.text()
                : "waits for " + ((Result.Waiting) result).blocker();
    }
}

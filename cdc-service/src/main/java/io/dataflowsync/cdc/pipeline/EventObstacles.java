package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives a failure behind the reading its place: the event that it was met at, which people may tell the capture to leave out. */
public final class EventObstacles {
    /** A value that a server does not take. */
    private static final String OF_DATA = "22";

    private final Predicate<Obstacle> acknowledged;

    /** @param acknowledged whether someone has said that an event is to be left out */
    public EventObstacles(Predicate<Obstacle> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Something that makes one event of another. */
    interface Making {
        OutgoingEvent make() throws InterruptedException;
    }

    /** Something that writes events for good, and may be done twice. */
    interface Writing {
        void write(List<OutgoingEvent> events) throws Exception;
    }

    /**
     * Makes what leaves the service of an event; nothing where someone has said that it is to be left out.
     *
     * @throws CannotGoOnException where that fails, with the event's place
     */
    Optional<OutgoingEvent> make(ChangeEvent event, Making making) throws InterruptedException {
        Obstacle unmade = obstacle(ErrorCode.SOURCE_UNREADABLE, event);
        if (acknowledged.test(unmade) || acknowledged.test(obstacle(ErrorCode.LOG_REFUSES, event))) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.make());
        } catch (RuntimeException e) {
            if (FailureClassifier.known(e).isPresent()) {
                throw e;
            }
            throw new CannotGoOnException(unmade.because(e), e);
        }
    }

    /**
     * The failure to write a batch, with its place: the first event whose data the log does not take, else the events of the batch.
     *
     * @param writing is asked about each of them
     */
    RuntimeException placed(OutgoingBatch batch, RuntimeException failure, Writing writing) {
        Optional<CannotGoOnException> known = FailureClassifier.known(failure);
        if (batch.events().isEmpty()
                || known.flatMap(CannotGoOnException::obstacle).isPresent()) {
            return failure;
        }
        ErrorCode code = known.map(CannotGoOnException::code).orElse(ErrorCode.CAPTURE_FAILED);
        if (code == ErrorCode.LOG_REFUSES && isOfData(failure)) {
            for (OutgoingEvent event : batch.events()) {
                Optional<Exception> refused = refused(event, writing);
                if (refused.isPresent()) {
                    return new CannotGoOnException(obstacle(code, event.event()).because(refused.get()), failure);
                }
            }
        }
        return ofAll(batch, code, failure);
    }

    /** The same without what only the topic refuses: that is no event's fault. */
    static RuntimeException placed(OutgoingBatch batch, RuntimeException failure) {
        ErrorCode code =
                FailureClassifier.known(failure).map(CannotGoOnException::code).orElse(ErrorCode.CAPTURE_FAILED);
        boolean ofEvents = code == ErrorCode.CAPTURE_FAILED || code == ErrorCode.BROKER_REFUSES;
        return batch.events().isEmpty() || !ofEvents ? failure : ofAll(batch, code, failure);
    }

    private static Optional<Exception> refused(OutgoingEvent event, Writing writing) {
        try {
            writing.write(List.of(event));
            return Optional.empty();
        } catch (Exception e) {
            return isOfData(e) ? Optional.of(e) : Optional.empty();
        }
    }

    private static boolean isOfData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(OF_DATA)) {
                return true;
            }
        }
        return false;
    }

    private static CannotGoOnException ofAll(OutgoingBatch batch, ErrorCode code, RuntimeException failure) {
        String first = batch.events().get(0).event().id();
        String last = batch.events().get(batch.events().size() - 1).event().id();
        String range = first.equals(last) ? "event " + first : "events " + first + " to " + last;
        return new CannotGoOnException(code, range + ": " + FailureClassifier.line(failure), failure);
    }

    /** What is on its way to the log has lost its row, so the text says nothing of that. */
    private static Obstacle obstacle(ErrorCode code, ChangeEvent event) {
        boolean statement = code == ErrorCode.SOURCE_UNREADABLE && event instanceof SchemaChange;
        String text =
                statement ? ((SchemaChange) event).ddl() : event.operation().word() + " of " + event.table();
        return new Obstacle(code, event.id(), text);
    }
}

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

/** Gives a failure in mapping, logging or publishing its place: the event at which it happened, which an operator may skip. */
public final class EventObstacles {
    /** The class of SQLSTATE for a value that a server does not accept. */
    private static final String OF_DATA = "22";

    private final Predicate<Obstacle> acknowledged;

    /** @param acknowledged whether an operator has skipped this obstacle */
    public EventObstacles(Predicate<Obstacle> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Makes the outgoing event of a captured one. */
    interface Making {
        OutgoingEvent make() throws InterruptedException;
    }

    /** Writes events permanently; it may be repeated. */
    interface Writing {
        void write(List<OutgoingEvent> events) throws Exception;
    }

    /**
     * Makes the outgoing event; empty if an operator has skipped the event.
     *
     * @throws CannotGoOnException if that fails, with the event's place
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
     * Adds the place to the failure to write a batch: the first event whose data the log does not accept, else the events of the batch.
     * @param writing tries to write each event alone
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

    /** Adds the place to the failure to publish a batch, unless the cause is the topic and no event. */
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

    /** The obstacle of an event. An event on its way to the log is encoded already, so the text does not contain its row. */
    private static Obstacle obstacle(ErrorCode code, ChangeEvent event) {
        boolean statement = code == ErrorCode.SOURCE_UNREADABLE && event instanceof SchemaChange;
        String text =
                statement ? ((SchemaChange) event).ddl() : event.operation().word() + " of " + event.table();
        return new Obstacle(code, event.id(), text);
    }
}

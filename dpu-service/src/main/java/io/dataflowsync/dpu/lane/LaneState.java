package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.plan.PassableStatement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a lane under one claim. {@link Ended} states are final: the next claim makes another lane. */
sealed interface LaneState {
    /** When the lane entered this state, or when the state got another reason. */
    Instant since();

    /** Its kind, as the API shows it. */
    Lane.State word();

    /** The reason of the state; null where there is none. */
    default @Nullable Failure failure() {
        return null;
    }

    /**
     * Why a lane does not apply events.
     *
     * @param message one line for people
     * @param triedAt when the last attempt failed
     */
    record Failure(ErrorCode code, String message, Instant triedAt) {
        static Failure now(ErrorCode code, String message) {
            return new Failure(code, message, Instant.now());
        }
    }

    /** It applies events, or waits for them. */
    record Running(Instant since) implements LaneState {
        @Override
        public Lane.State word() {
            return Lane.State.RUNNING;
        }
    }

    /** A batch failed in a way that may pass, and is tried again. */
    record Retrying(Instant since, Failure failure) implements LaneState {
        @Override
        public Lane.State word() {
            return Lane.State.RETRYING;
        }
    }

    /**
     * It stands before an event until an operator acts, and tries again from time to time whether the reason is gone.
     *
     * @param event the id of the event
     * @param passable the statement that an operator may pass; null where there is none
     */
    record Halted(
            Instant since,
            Failure failure,
            String event,
            @Nullable PassableStatement passable) implements LaneState {
        @Override
        public Lane.State word() {
            return Lane.State.HALTED;
        }
    }

    /**
     * No event is applied any more under this claim.
     *
     * @param word halted, fenced or released
     */
    record Ended(Instant since, Lane.State word, @Nullable Failure failure) implements LaneState {}

    /** The same state where neither its kind nor its reason has changed keeps its time. */
    default Instant sinceFor(Class<? extends LaneState> next, ErrorCode code) {
        Failure known = failure();
        return next.isInstance(this) && known != null && known.code() == code ? since() : Instant.now();
    }
}

package io.dataflowsync.monitor.station;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dataflowsync.monitor.station.DpuStatus.Passable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One place that an event passes, and its state.
 *
 * @param since the begin of the state; null if that is not known
 * @param errorCode an error code of {@code docs/errors.md}; null if nothing is wrong
 * @param message the state in a sentence; empty if the state says everything
 * @param remedy what a person must do; null if there is nothing to do here
 * @param actions the actions that the page offers
 * @param lanes the halted lanes, of dpu-service
 */
public record Station(
        Name name,
        State state,
        @Nullable Instant since,
        @Nullable String errorCode,
        String message,
        @Nullable String remedy,
        List<Action> actions,
        List<HaltedLane> lanes) {

    /** The stations in the order in which an event passes them. */
    public enum Name {
        SOURCE,
        CDC_SERVICE,
        KAFKA,
        MARIADB,
        DPU_SERVICE,
        TARGET;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The states, from the best one to those that need an operator. */
    public enum State {
        /** It answers, and nothing moves through it at present. */
        OK,
        /** Events move through it. */
        WORKING,
        /** It goes on by itself as soon as another station is available. */
        WAITING,
        /** Its state is not known. */
        UNKNOWN,
        /** It was asked and did not answer. */
        UNREACHABLE,
        /**
         * One lane of it has halted, or several have. A halted lane tries every two seconds, and goes on by itself when the reason is
         * gone. A lane that was stopped for its claim (topic-changed, log-mismatch) does not.
         */
        HALTED,
        /** The capture has stopped until an operator acts. */
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A call that the page offers.
     *
     * @param word {@code resume}, {@code skip}, {@code retry}, {@code pass} or {@code replay}
     * @param place the place that is skipped or passed, or the lane that tries again; null if the call needs none
     * @param statement the statement or event at the place, or the statement that is not run; null if nothing is passed
     */
    public record Action(
            String word, @Nullable String place, @Nullable String statement) {
        static final Action RESUME = new Action("resume", null, null);
        static final Action REPLAY = new Action("replay", null, null);

        /** Lets the capture skip the place where it has stopped. */
        static Action skip(String place, String statement) {
            return new Action("skip", place, statement);
        }

        /** Lets a lane try again at once. */
        static Action retry(int lane) {
            return new Action("retry", String.valueOf(lane), null);
        }

        /** Lets a lane pass the statement of this event. */
        static Action pass(Passable passable) {
            String notRun = passable.onTarget().isEmpty() ? passable.statement() : passable.onTarget();
            return new Action("pass", passable.event(), notRun);
        }
    }

    /**
     * A halted lane.
     *
     * @param triedAt the time of its last failed try; null if it does not try by itself
     * @param event the id of the event at which it has halted; null if it is no particular one
     */
    public record HaltedLane(
            int lane,
            @Nullable Instant since,
            @Nullable Instant triedAt,
            @Nullable String errorCode,
            String message,
            @Nullable String remedy,
            @Nullable String event,
            List<Action> actions) {}

    static Station of(Name name, State state, @Nullable Instant since, String message) {
        return new Station(name, state, since, null, message, null, List.of(), List.of());
    }
}

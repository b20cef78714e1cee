package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.DpuStatus.Lane;
import io.dataflowsync.monitor.station.DpuStatus.Passable;
import io.dataflowsync.monitor.station.Facts.Flow;
import io.dataflowsync.monitor.station.Station.Action;
import io.dataflowsync.monitor.station.Station.HaltedLane;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives the station of dpu-service from the status that it reports for itself and for its lanes. */
final class LanesStation {
    /** Halts that end when the lane's dead letters are replayed or dismissed. */
    private static final Set<String> BY_LETTERS =
            Set.of(ErrorCode.LETTERS_FIRST.word(), ErrorCode.TOO_MANY_DEAD_LETTERS.word());

    private LanesStation() {}

    static Station of(DpuStatus status, Flow flow, long deadLetters) {
        List<HaltedLane> halted = status.lanes().stream()
                .filter(lane -> lane.state().equals("halted"))
                .map(LanesStation::halted)
                .toList();
        if (status.state().equals("halted")) {
            return withError(status, State.HALTED, "It takes nothing from the topic.", halted);
        } else if (!halted.isEmpty()) {
            return standing(halted, status.lanes().size());
        }
        Optional<ServerView> away =
                status.servers().stream().filter(ServerView::away).findFirst();
        if (away.isPresent()) {
            return WaitingStation.forServer(Name.DPU_SERVICE, away.get());
        } else if (status.state().equals("opening")) {
            return withError(status, State.WAITING, "It starts.", List.of());
        } else if (status.state().equals("idle")) {
            return plain(State.OK, "The pipeline has no target, so it applies nothing.");
        } else if (!status.state().equals("running")) {
            return plain(State.UNKNOWN, "Its state is " + status.state() + ", which this monitor does not know.");
        }
        return status.lanes().stream()
                .filter(lane -> lane.state().equals("retrying"))
                .findFirst()
                .map(LanesStation::retrying)
                .orElseGet(() -> running(status, flow, deadLetters));
    }

    private static Station running(DpuStatus status, Flow flow, long deadLetters) {
        if (status.lanes().stream().noneMatch(lane -> lane.state().equals("running"))) {
            return plain(State.WAITING, "It waits for a lane: Kafka has assigned none to it.");
        }
        State state = flow.applied() ? State.WORKING : State.OK;
        return plain(
                state,
                deadLetters == 0 ? "It applies events." : "It applies events; dead letters wait for a decision.");
    }

    private static Station standing(List<HaltedLane> halted, int lanes) {
        HaltedLane first = halted.get(0);
        return new Station(
                Name.DPU_SERVICE,
                State.HALTED,
                first.since(),
                first.errorCode(),
                halted.size() + " of " + lanes + (lanes == 1 ? " lane stands" : " lanes stand") + " still.",
                null,
                List.of(),
                halted);
    }

    private static Station retrying(Lane lane) {
        return new Station(
                Name.DPU_SERVICE,
                State.WAITING,
                lane.since(),
                lane.errorCode(),
                "Lane " + lane.number() + " tries again: " + lane.error(),
                lane.remedy(),
                ErrorCode.LANES_APART.word().equals(lane.errorCode())
                        ? List.of()
                        : List.of(Action.retry(lane.number())),
                List.of());
    }

    private static Station withError(DpuStatus status, State state, String otherwise, List<HaltedLane> lanes) {
        return new Station(
                Name.DPU_SERVICE,
                state,
                lanes.isEmpty() ? null : lanes.get(0).since(),
                status.errorCode(),
                status.error() == null ? otherwise : status.error(),
                status.remedy(),
                List.of(),
                lanes);
    }

    private static Station plain(State state, String message) {
        return Station.of(Name.DPU_SERVICE, state, null, message);
    }

    private static HaltedLane halted(Lane lane) {
        return new HaltedLane(
                lane.number(),
                lane.since(),
                lane.triedAt(),
                lane.errorCode(),
                lane.error() == null ? "It stands still." : lane.error(),
                lane.remedy(),
                lane.event(),
                actions(lane));
    }

    private static List<Action> actions(Lane lane) {
        // A lane that has ended together with the topic does not try again by itself.
        if (lane.triedAt() == null) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>(List.of(Action.retry(lane.number())));
        Passable passable = lane.passable();
        if (passable != null) {
            actions.add(Action.pass(passable));
        }
        if (lane.errorCode() != null && BY_LETTERS.contains(lane.errorCode())) {
            actions.add(Action.REPLAY);
        }
        return actions;
    }
}

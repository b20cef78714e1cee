package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.CdcStatus.StoppedAt;
import io.dataflowsync.monitor.station.Facts.Flow;
import io.dataflowsync.monitor.station.Station.Action;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives the station of cdc-service from the status that it reports. */
final class CaptureStation {
    private CaptureStation() {}

    static Station of(CdcStatus status, Flow flow) {
        if (status.state().equals("FAILED")) {
            return failed(status);
        }
        Optional<ServerView> away =
                status.servers().stream().filter(ServerView::away).findFirst();
        if (away.isPresent()) {
            return WaitingStation.forServer(Name.CDC_SERVICE, away.get());
        }
        return switch (status.state()) {
            case "RETRYING" ->
                new Station(
                        Name.CDC_SERVICE,
                        State.WAITING,
                        status.since(),
                        status.errorCode(),
                        text(status, "It tries again what failed."),
                        status.remedy(),
                        List.of(),
                        List.of());
            case "STARTING" -> well(status, State.WAITING, "It starts.");
            case "SNAPSHOT" -> well(status, State.WORKING, "It reads a snapshot.");
            case "STREAMING" ->
                well(status, flow.captured() ? State.WORKING : State.OK, "It follows the source's binlog.");
            case "COMPLETED" -> well(status, State.OK, "The snapshot is complete, and nothing else was asked for.");
            default ->
                well(status, State.UNKNOWN, "Its state is " + status.state() + ", which this monitor does not know.");
        };
    }

    private static Station well(CdcStatus status, State state, String message) {
        return Station.of(Name.CDC_SERVICE, state, status.since(), message);
    }

    private static Station failed(CdcStatus status) {
        List<Action> actions = new ArrayList<>(List.of(Action.RESUME));
        StoppedAt stoppedAt = status.stoppedAt();
        if (stoppedAt != null) {
            actions.add(Action.skip(stoppedAt.place(), stoppedAt.statement()));
        }
        return new Station(
                Name.CDC_SERVICE,
                State.FAILED,
                status.since(),
                status.errorCode(),
                text(status, "It has stopped."),
                status.remedy(),
                actions,
                List.of());
    }

    private static String text(CdcStatus status, String otherwise) {
        return Optional.ofNullable(status.error()).orElse(otherwise);
    }
}

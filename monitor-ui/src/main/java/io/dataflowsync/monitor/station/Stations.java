package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.util.List;
import java.util.function.Function;

/** Computes the states of all stations from the facts at one moment. */
public final class Stations {
    private Stations() {}

    /** All six stations, in the order in which an event passes them. */
    public static List<Station> of(Facts facts) {
        ServerStations servers = new ServerStations(facts);
        return List.of(
                servers.source(),
                service(facts, Name.CDC_SERVICE, facts.cdc(), status -> CaptureStation.of(status, facts.flow())),
                servers.kafka(),
                servers.mariaDb(),
                service(
                        facts,
                        Name.DPU_SERVICE,
                        facts.dpu(),
                        status -> LanesStation.of(status, facts.flow(), facts.deadLetters())),
                servers.target());
    }

    private static <T> Station service(Facts facts, Name name, Heard<T> heard, Function<T, Station> station) {
        if (heard instanceof Heard.NotAsked<T>) {
            return Station.of(name, State.UNKNOWN, null, "Its address is not set: " + setting(name) + ".");
        } else if (heard instanceof Heard.NotYet<T>) {
            return Station.of(name, State.UNKNOWN, null, "It was not asked yet.");
        } else if (heard instanceof Heard.Silence<T> silence) {
            return new Station(
                    name,
                    State.UNREACHABLE,
                    silence.since(),
                    ErrorCode.SERVICE_AWAY.word(),
                    name.word() + " " + silence.reason() + ".",
                    ErrorCode.SERVICE_AWAY.remedy(),
                    List.of(),
                    List.of());
        }
        Heard.Answer<T> answer = (Heard.Answer<T>) heard;
        return answer.isFresh(facts.now())
                ? station.apply(answer.status())
                : Station.of(
                        name,
                        State.UNKNOWN,
                        answer.at(),
                        "The monitor has not asked it since then, because the monitor itself is too slow.");
    }

    private static String setting(Name name) {
        return name == Name.CDC_SERVICE ? "MONITOR_CDC_URL" : "MONITOR_DPU_URL";
    }
}

package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the stations of the servers from the reports of the programs that are connected to them. */
final class ServerStations {
    private final Facts facts;

    ServerStations(Facts facts) {
        this.facts = facts;
    }

    /** The report of one program on a server. */
    private record Witness(String who, ServerView server) {}

    Station source() {
        return station(Name.SOURCE, facts.flow().captured(), Stream.of(seenByCdc("source")));
    }

    Station kafka() {
        return station(Name.KAFKA, facts.flow().captured(), Stream.of(seenByCdc("kafka"), seenByDpu("kafka")));
    }

    Station mariaDb() {
        Optional<Witness> own = Optional.of(new Witness("the monitor", facts.log()));
        return station(
                Name.MARIADB,
                facts.flow().captured() || facts.flow().applied(),
                Stream.of(own, seenByCdc("mariadb"), seenByDpu("mariadb")));
    }

    Station target() {
        if (facts.freshDpu().filter(dpu -> dpu.state().equals("idle")).isPresent()) {
            return Station.of(Name.TARGET, State.UNKNOWN, null, "The pipeline has no target.");
        }
        return station(Name.TARGET, facts.flow().applied(), Stream.of(seenByDpu("target")));
    }

    private Optional<Witness> seenByCdc(String server) {
        return facts.freshCdc().flatMap(cdc -> find(cdc.servers(), server)).map(it -> new Witness("cdc-service", it));
    }

    private Optional<Witness> seenByDpu(String server) {
        return facts.freshDpu().flatMap(dpu -> find(dpu.servers(), server)).map(it -> new Witness("dpu-service", it));
    }

    private static Optional<ServerView> find(List<ServerView> servers, String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /**
     * The station from all reports. A program that does not reach the server counts more than one that does, because the pipeline needs all
     * of them.
     */
    private static Station station(Name name, boolean flows, Stream<Optional<Witness>> witnesses) {
        List<Witness> known = witnesses.flatMap(Optional::stream).toList();
        Optional<Witness> without =
                known.stream().filter(witness -> witness.server().away()).findFirst();
        if (without.isPresent()) {
            return away(name, without.get());
        }
        return known.stream()
                .map(Witness::server)
                .filter(ServerView::answers)
                .findFirst()
                .map(server -> Station.of(name, flows ? State.WORKING : State.OK, server.since(), "It answers."))
                .orElseGet(() ->
                        Station.of(name, State.UNKNOWN, null, "No service that is connected to it reports its state."));
    }

    private static Station away(Name name, Witness witness) {
        ServerView server = witness.server();
        return new Station(
                name,
                State.UNREACHABLE,
                server.since(),
                server.errorCode(),
                "Seen from " + witness.who() + ", " + server.message() + ".",
                server.remedy(),
                List.of(),
                List.of());
    }
}

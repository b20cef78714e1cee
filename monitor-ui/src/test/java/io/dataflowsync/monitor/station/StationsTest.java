package io.dataflowsync.monitor.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.CdcStatus.StoppedAt;
import io.dataflowsync.monitor.station.DpuStatus.Passable;
import io.dataflowsync.monitor.station.Facts.Flow;
import io.dataflowsync.monitor.station.Station.Action;
import io.dataflowsync.monitor.station.Station.HaltedLane;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StationsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant SINCE = NOW.minusSeconds(5);
    private static final Instant TRIED = NOW.minusSeconds(1);
    private static final DpuStatus.Lane RUNNING = lane(0, "running", null);

    private final List<String> away = new ArrayList<>();
    private CdcStatus cdcStatus = new CdcStatus("STREAMING", BEFORE, null, null, null, null, List.of());
    private DpuStatus dpuStatus = new DpuStatus("running", null, null, null, List.of(RUNNING), List.of());
    private UnaryOperator<Heard<CdcStatus>> cdc = heard -> heard;
    private UnaryOperator<Heard<DpuStatus>> dpu = heard -> heard;
    private Flow flow = Flow.NONE;
    private long deadLetters;

    @Test
    void allAreWellWhileAllAnswerAndWorkWhileEventsMove() {
        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Name.SOURCE, State.OK,
                        Name.CDC_SERVICE, State.OK,
                        Name.KAFKA, State.OK,
                        Name.MARIADB, State.OK,
                        Name.DPU_SERVICE, State.OK,
                        Name.TARGET, State.OK));

        flow = new Flow(true, true);
        assertThat(states().values()).containsOnly(State.WORKING);

        flow = new Flow(true, false);
        assertThat(states())
                .containsEntry(Name.SOURCE, State.WORKING)
                .containsEntry(Name.CDC_SERVICE, State.WORKING)
                .containsEntry(Name.DPU_SERVICE, State.OK)
                .containsEntry(Name.TARGET, State.OK);
    }

    @Test
    void theStationsComeInTheOrderInWhichAnEventPassesThem() {
        assertThat(Stations.of(facts())).extracting(Station::name).containsExactly(Name.values());
    }

    /** A server that does not answer is named with its code and remedy; who needs it waits; the rest is as it was. */
    @ParameterizedTest
    @EnumSource(
            value = Name.class,
            names = {"SOURCE", "KAFKA", "MARIADB", "TARGET"})
    void aServerThatDoesNotAnswerIsNamedAndWhoeverNeedsItWaits(Name server) {
        away.add(server.word());

        Station station = station(server);
        assertThat(station.state()).isEqualTo(State.UNREACHABLE);
        assertThat(station.since()).isEqualTo(SINCE);
        assertThat(station.errorCode()).isEqualTo(codeOf(server).word());
        assertThat(station.remedy()).isEqualTo(codeOf(server).remedy());
        assertThat(station.message()).endsWith(", host:1 does not answer: Connection refused.");
        State ofCdc = server == Name.TARGET ? State.OK : State.WAITING;
        State ofDpu = server == Name.SOURCE ? State.OK : State.WAITING;
        assertThat(station(Name.CDC_SERVICE).state()).isEqualTo(ofCdc);
        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(ofDpu);
        assertThat(states().entrySet().stream()
                        .filter(entry -> entry.getKey() != server && entry.getValue() == State.UNREACHABLE))
                .isEmpty();
    }

    @Test
    void aServiceThatWaitsNamesTheServerAndLeavesTheRemedyToIt() {
        away.add("kafka");

        assertThat(station(Name.CDC_SERVICE))
                .isEqualTo(new Station(
                        Name.CDC_SERVICE,
                        State.WAITING,
                        SINCE,
                        "broker-away",
                        "It waits for Kafka, and goes on by itself.",
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void aServerIsNotWellWhileEventsOfBeforeStillMove() {
        flow = new Flow(true, true);
        away.add("source");

        assertThat(station(Name.SOURCE).state()).isEqualTo(State.UNREACHABLE);
        assertThat(station(Name.CDC_SERVICE).state()).isEqualTo(State.WAITING);
    }

    @Test
    void mariaDbIsAwayAlsoWhereTheMonitorAloneDoesNotReachIt() {
        Facts facts = new Facts(NOW, answer(cdcStatus), answer(dpuStatus), away("mariadb"), flow, 0);

        assertThat(of(facts, Name.MARIADB).state()).isEqualTo(State.UNREACHABLE);
        assertThat(of(facts, Name.MARIADB).message()).startsWith("Seen from the monitor, ");
    }

    @Test
    void aServiceThatIsSilentIsNamedAndWhatItAloneSeesIsUnknown() {
        cdc = heard -> new Heard.Silence<>(SINCE, "does not run at localhost:8081");

        assertThat(station(Name.CDC_SERVICE))
                .isEqualTo(new Station(
                        Name.CDC_SERVICE,
                        State.UNREACHABLE,
                        SINCE,
                        "service-away",
                        "cdc-service does not run at localhost:8081.",
                        ErrorCode.SERVICE_AWAY.remedy(),
                        List.of(),
                        List.of()));
        assertThat(states())
                .containsEntry(Name.SOURCE, State.UNKNOWN)
                .containsEntry(Name.KAFKA, State.OK)
                .containsEntry(Name.MARIADB, State.OK)
                .containsEntry(Name.DPU_SERVICE, State.OK)
                .containsEntry(Name.TARGET, State.OK);
    }

    @Test
    void dpuServiceThatIsSilentIsNamedAndTheTargetIsUnknown() {
        dpu = heard -> new Heard.Silence<>(SINCE, "accepts the connection, but does not answer within 3 s");

        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.UNREACHABLE);
        assertThat(station(Name.DPU_SERVICE).errorCode()).isEqualTo("service-away");
        assertThat(states())
                .containsEntry(Name.TARGET, State.UNKNOWN)
                .containsEntry(Name.CDC_SERVICE, State.OK)
                .containsEntry(Name.KAFKA, State.OK);
    }

    @Test
    void anAnswerThatIsOldIsNone() {
        cdc = heard -> new Heard.Answer<>(NOW.minusSeconds(8), cdcStatus);
        dpu = heard -> new Heard.Answer<>(NOW.minusSeconds(8), dpuStatus);

        assertThat(states())
                .containsEntry(Name.SOURCE, State.UNKNOWN)
                .containsEntry(Name.CDC_SERVICE, State.UNKNOWN)
                .containsEntry(Name.KAFKA, State.UNKNOWN)
                .containsEntry(Name.MARIADB, State.OK)
                .containsEntry(Name.DPU_SERVICE, State.UNKNOWN)
                .containsEntry(Name.TARGET, State.UNKNOWN);
    }

    @Test
    void aServiceWhoseAddressNobodyGaveIsUnknownAndTheSettingIsNamed() {
        cdc = heard -> new Heard.NotAsked<>();
        dpu = heard -> new Heard.NotYet<>();

        assertThat(station(Name.CDC_SERVICE).state()).isEqualTo(State.UNKNOWN);
        assertThat(station(Name.CDC_SERVICE).message()).contains("MONITOR_CDC_URL");
        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aServerThatWasNotAskedYetIsUnknown() {
        CdcStatus young = new CdcStatus(
                "STARTING",
                BEFORE,
                null,
                null,
                null,
                null,
                List.of(new ServerView("source", "host:1", null, null, "", null, null)));
        Facts facts = new Facts(NOW, answer(young), answer(dpuStatus), well("mariadb"), flow, 0);

        assertThat(of(facts, Name.SOURCE).state()).isEqualTo(State.UNKNOWN);
        assertThat(of(facts, Name.CDC_SERVICE).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aFailedCaptureMayBeResumedAndWhereItStandsBeforeAPlaceThatMayBeSkipped() {
        cdcStatus = new CdcStatus(
                "FAILED",
                SINCE,
                "source-statement",
                "a statement at mysql-bin.000002:4",
                "Skip it.",
                new StoppedAt("mysql-bin.000002:4", "UPDATE orders"),
                List.of());

        assertThat(station(Name.CDC_SERVICE))
                .isEqualTo(new Station(
                        Name.CDC_SERVICE,
                        State.FAILED,
                        SINCE,
                        "source-statement",
                        "a statement at mysql-bin.000002:4",
                        "Skip it.",
                        List.of(
                                new Action("resume", null, null),
                                new Action("skip", "mysql-bin.000002:4", "UPDATE orders")),
                        List.of()));

        cdcStatus = new CdcStatus("FAILED", SINCE, "source-refuses", "no", "Grant it.", null, List.of());
        assertThat(station(Name.CDC_SERVICE).actions()).containsExactly(new Action("resume", null, null));
        assertThat(station(Name.SOURCE).state()).isEqualTo(State.OK);
    }

    @Test
    void aFailedCaptureIsFailedAlsoWhileAServerIsAway() {
        cdcStatus = new CdcStatus("FAILED", SINCE, "source-refuses", "no", "Grant it.", null, List.of());
        away.add("source");

        assertThat(station(Name.CDC_SERVICE).state()).isEqualTo(State.FAILED);
        assertThat(station(Name.SOURCE).state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void aCaptureThatTriesAgainWaitsWithItsReason() {
        cdcStatus =
                new CdcStatus("RETRYING", SINCE, "source-stalled", "nothing was heard", "Nothing.", null, List.of());

        Station station = station(Name.CDC_SERVICE);
        assertThat(station.state()).isEqualTo(State.WAITING);
        assertThat(station.errorCode()).isEqualTo("source-stalled");
        assertThat(station.message()).isEqualTo("nothing was heard");
        assertThat(station.remedy()).isEqualTo("Nothing.");
    }

    @Test
    void aCaptureIsWellWhileItReadsASnapshotStreamsOrIsComplete() {
        Map<String, State> expected = Map.of(
                "STARTING", State.WAITING, "SNAPSHOT", State.WORKING, "COMPLETED", State.OK, "NEW", State.UNKNOWN);

        expected.forEach((word, state) -> {
            cdcStatus = new CdcStatus(word, SINCE, null, null, null, null, List.of());
            assertThat(station(Name.CDC_SERVICE).state()).as(word).isEqualTo(state);
        });
    }

    @Test
    void aHaltedLaneIsNamedWithItsEventAndTheOthersGoOn() {
        dpuStatus = running(RUNNING, lane(1, "halted", "target-misfit"));
        flow = new Flow(true, true);

        Station station = station(Name.DPU_SERVICE);
        assertThat(station.state()).isEqualTo(State.HALTED);
        assertThat(station.since()).isEqualTo(SINCE);
        assertThat(station.errorCode()).isEqualTo("target-misfit");
        assertThat(station.message()).isEqualTo("1 of 2 lanes stand still.");
        assertThat(station.lanes())
                .containsExactly(new HaltedLane(
                        1,
                        SINCE,
                        TRIED,
                        "target-misfit",
                        "why of 1",
                        "remedy of target-misfit",
                        "event-1",
                        List.of(new Action("retry", "1", null))));
        assertThat(station(Name.TARGET).state()).isEqualTo(State.WORKING);
    }

    @Test
    void aHaltedLaneIsHaltedAlsoWhileAServerIsAway() {
        dpuStatus = running(lane(0, "halted", "target-misfit"));
        away.add("target");

        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.HALTED);
        assertThat(station(Name.TARGET).state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void aStatementMayBePassedWhereTheServiceSaysSoAndLettersThatComeFirstReplayed() {
        dpuStatus = running(
                before(0, new Passable("event-0", "DROP TABLE a", "DROP TABLE `s`.`a`")),
                before(1, new Passable("event-1", "ALTER TABLE a ORDER BY b", "")),
                lane(2, "halted", "schema-change-refused"),
                lane(3, "halted", "letters-first"),
                lane(4, "halted", "too-many-dead-letters"),
                lane(5, "halted", "event-rejected"));

        assertThat(station(Name.DPU_SERVICE).lanes())
                .extracting(HaltedLane::actions)
                .containsExactly(
                        List.of(new Action("retry", "0", null), new Action("pass", "event-0", "DROP TABLE `s`.`a`")),
                        List.of(
                                new Action("retry", "1", null),
                                new Action("pass", "event-1", "ALTER TABLE a ORDER BY b")),
                        List.of(new Action("retry", "2", null)),
                        List.of(new Action("retry", "3", null), new Action("replay", null, null)),
                        List.of(new Action("retry", "4", null), new Action("replay", null, null)),
                        List.of(new Action("retry", "5", null)));
    }

    @Test
    void aLaneThatDoesNotTryByItselfIsNotAskedTo() {
        dpuStatus = running(
                RUNNING,
                new DpuStatus.Lane(1, "halted", SINCE, null, "topic-changed", "another id", "Start.", null, null));

        assertThat(station(Name.DPU_SERVICE).lanes())
                .extracting(HaltedLane::actions)
                .containsExactly(List.of());
    }

    @Test
    void aLaneThatTriesAgainWaits() {
        dpuStatus = running(RUNNING, lane(1, "retrying", "target-locked"));

        Station station = station(Name.DPU_SERVICE);
        assertThat(station.state()).isEqualTo(State.WAITING);
        assertThat(station.errorCode()).isEqualTo("target-locked");
        assertThat(station.message()).isEqualTo("Lane 1 tries again: why of 1");
        assertThat(station.remedy()).isEqualTo("remedy of target-locked");
        assertThat(station.actions()).containsExactly(new Action("retry", "1", null));

        dpuStatus = running(RUNNING, lane(1, "retrying", "lanes-apart"));
        assertThat(station(Name.DPU_SERVICE).actions()).isEmpty();
    }

    @Test
    void dpuServiceIsHaltedWhereTheTopicIsAnotherOne() {
        dpuStatus = new DpuStatus(
                "halted",
                "topic-changed",
                "another id",
                "Bring it back.",
                List.of(new DpuStatus.Lane(
                        0, "halted", SINCE, null, "topic-changed", "another id", "Start.", null, null)),
                List.of());

        Station station = station(Name.DPU_SERVICE);
        assertThat(station.state()).isEqualTo(State.HALTED);
        assertThat(station.errorCode()).isEqualTo("topic-changed");
        assertThat(station.remedy()).isEqualTo("Bring it back.");
        assertThat(station.lanes()).extracting(HaltedLane::actions).containsExactly(List.of());
    }

    @Test
    void dpuServiceWaitsWhileItStartsAndWhileItHasNoLane() {
        dpuStatus = new DpuStatus("opening", "topic-missing", "no topic", "Start cdc-service.", List.of(), List.of());
        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.WAITING);
        assertThat(station(Name.DPU_SERVICE).errorCode()).isEqualTo("topic-missing");

        dpuStatus = running();
        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.WAITING);
        dpuStatus = running(lane(0, "released", null), lane(1, "fenced", "lane-taken-over"));
        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aPipelineWithoutATargetHasNone() {
        dpuStatus = new DpuStatus("idle", null, null, null, List.of(), List.of());

        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.OK);
        assertThat(station(Name.TARGET).state()).isEqualTo(State.UNKNOWN);
        assertThat(station(Name.TARGET).message()).isEqualTo("The pipeline has no target.");
    }

    @Test
    void deadLettersAreToldWhereTheyWait() {
        deadLetters = 3;

        assertThat(station(Name.DPU_SERVICE).state()).isEqualTo(State.OK);
        assertThat(station(Name.DPU_SERVICE).message())
                .isEqualTo("It applies events; dead letters wait for a decision.");
    }

    private Facts facts() {
        CdcStatus captured = new CdcStatus(
                cdcStatus.state(),
                cdcStatus.since(),
                cdcStatus.errorCode(),
                cdcStatus.error(),
                cdcStatus.remedy(),
                cdcStatus.stoppedAt(),
                views("source", "kafka", "mariadb"));
        List<ServerView> servers = dpuStatus.state().equals("idle") ? List.of() : views("kafka", "mariadb", "target");
        DpuStatus applied = new DpuStatus(
                dpuStatus.state(),
                dpuStatus.errorCode(),
                dpuStatus.error(),
                dpuStatus.remedy(),
                dpuStatus.lanes(),
                servers);
        return new Facts(
                NOW, cdc.apply(answer(captured)), dpu.apply(answer(applied)), view("mariadb"), flow, deadLetters);
    }

    private static <T> Heard<T> answer(T status) {
        return new Heard.Answer<>(NOW.minusSeconds(1), status);
    }

    private Map<Name, State> states() {
        return Stations.of(facts()).stream().collect(Collectors.toMap(Station::name, Station::state));
    }

    private Station station(Name name) {
        return of(facts(), name);
    }

    private static Station of(Facts facts, Name name) {
        return Stations.of(facts).get(name.ordinal());
    }

    private List<ServerView> views(String... names) {
        return List.of(names).stream().map(this::view).toList();
    }

    private ServerView view(String name) {
        return away.contains(name) ? away(name) : well(name);
    }

    private static ServerView well(String name) {
        return new ServerView(name, "host:1", true, BEFORE, "", null, null);
    }

    private static ServerView away(String name) {
        ErrorCode code = codeOf(Name.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
        return new ServerView(
                name, "host:1", false, SINCE, "host:1 does not answer: Connection refused", code.word(), code.remedy());
    }

    private static ErrorCode codeOf(Name server) {
        return switch (server) {
            case SOURCE -> ErrorCode.SOURCE_AWAY;
            case KAFKA -> ErrorCode.BROKER_AWAY;
            case MARIADB -> ErrorCode.LOG_AWAY;
            case TARGET -> ErrorCode.TARGET_AWAY;
            case CDC_SERVICE, DPU_SERVICE -> ErrorCode.SERVICE_AWAY;
        };
    }

    private static DpuStatus running(DpuStatus.Lane... lanes) {
        return new DpuStatus("running", null, null, null, List.of(lanes), List.of());
    }

    private static DpuStatus.Lane lane(int number, String state, @Nullable String code) {
        return code == null
                ? new DpuStatus.Lane(number, state, BEFORE, null, null, null, null, null, null)
                : lane(number, state, code, null);
    }

    private static DpuStatus.Lane lane(int number, String state, String code, @Nullable Passable passable) {
        return new DpuStatus.Lane(
                number,
                state,
                SINCE,
                TRIED,
                code,
                "why of " + number,
                "remedy of " + code,
                "event-" + number,
                passable);
    }

    /** A lane before a statement that may be passed. */
    private static DpuStatus.Lane before(int number, Passable passable) {
        return lane(number, "halted", "schema-change-refused", passable);
    }
}

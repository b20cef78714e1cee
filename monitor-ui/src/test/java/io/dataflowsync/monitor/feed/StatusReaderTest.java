package io.dataflowsync.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.CdcStatus;
import io.dataflowsync.monitor.station.DpuStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aCaptureThatStandsBeforeAPlaceIsReadWithItsServers() throws Exception {
        CdcStatus status = StatusReader.cdc(JSON.readTree("""
                {"service":"cdc-service","capture":{"state":"FAILED","since":"2026-01-01T00:00:00Z","errorCode":"source-xa",
                  "lastError":"why","remedy":"what","stoppedAt":{"place":"mysql-bin.000001:4","statement":"XA END"}},
                 "servers":[{"name":"source","address":"db57:3306","reachable":false,"since":"2026-01-01T00:00:01.5Z",
                   "message":"gone","errorCode":"source-away","remedy":"start it"},
                  {"name":"kafka","address":"k:9092","reachable":null,"since":null,"message":"","errorCode":null,"remedy":null}]}"""));

        assertThat(status)
                .isEqualTo(new CdcStatus(
                        "FAILED",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "source-xa",
                        "why",
                        "what",
                        new CdcStatus.StoppedAt("mysql-bin.000001:4", "XA END"),
                        List.of(
                                new ServerView(
                                        "source",
                                        "db57:3306",
                                        false,
                                        Instant.parse("2026-01-01T00:00:01.500Z"),
                                        "gone",
                                        "source-away",
                                        "start it"),
                                new ServerView("kafka", "k:9092", null, null, "", null, null))));
    }

    @Test
    void lanesAreReadWithWhatHaltsThem() throws Exception {
        DpuStatus status = StatusReader.dpu(JSON.readTree("""
                {"state":"running","errorCode":null,"lanes":[
                  {"lane":1,"state":"halted","since":"2026-01-01T00:00:00Z","errorCode":"schema-change-refused","lastError":"why",
                   "remedy":"what","triedAt":"2026-01-01T00:00:02Z","haltedAt":"mysql-bin.000001:4:0",
                   "passable":{"event":"mysql-bin.000001:4:0","statement":"DROP TABLE a","onTarget":"DROP TABLE b"}},
                  {"lane":2,"state":"running","passable":null}],"servers":[]}"""));

        assertThat(status)
                .isEqualTo(new DpuStatus(
                        "running",
                        null,
                        null,
                        null,
                        List.of(
                                new DpuStatus.Lane(
                                        1,
                                        "halted",
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        Instant.parse("2026-01-01T00:00:02Z"),
                                        "schema-change-refused",
                                        "why",
                                        "what",
                                        "mysql-bin.000001:4:0",
                                        new DpuStatus.Passable("mysql-bin.000001:4:0", "DROP TABLE a", "DROP TABLE b")),
                                new DpuStatus.Lane(2, "running", null, null, null, null, null, null, null)),
                        List.of()));
    }

    @Test
    void whatAServiceDoesNotSayIsAbsent() throws Exception {
        assertThat(StatusReader.cdc(JSON.readTree("{}")))
                .isEqualTo(new CdcStatus("", null, null, null, null, null, List.of()));
        assertThat(StatusReader.dpu(JSON.readTree("{}")))
                .isEqualTo(new DpuStatus("", null, null, null, List.of(), List.of()));
    }
}

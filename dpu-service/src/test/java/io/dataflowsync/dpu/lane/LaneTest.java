package io.dataflowsync.dpu.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.plan.PassableStatement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final Lane lane = new Lane(3, new Checkpoint(-1, 1, null, -1), -1);

    @Test
    void aHaltedLaneNamesItsEventAndIsHaltedSinceTheFirstTry() {
        lane.halted(ErrorCode.TARGET_MISFIT, "no column", "mysql-bin.000001:4:0", null);
        Instant since = lane.since();
        lane.halted(ErrorCode.TARGET_MISFIT, "no column", "mysql-bin.000001:4:0", null);

        assertThat(lane.state()).isEqualTo(Lane.State.HALTED);
        assertThat(lane.since()).isEqualTo(since);
        assertThat(lane.haltedAt()).isEqualTo("mysql-bin.000001:4:0");
        assertThat(lane.lastCode()).isEqualTo(ErrorCode.TARGET_MISFIT);
    }

    @Test
    void aLaneThatGoesOnNamesNoEventAndNoReason() {
        lane.halted(ErrorCode.TARGET_MISFIT, "no column", "mysql-bin.000001:4:0", null);
        Instant halted = lane.since();

        lane.running();

        assertThat(lane.haltedAt()).isNull();
        assertThat(lane.lastCode()).isNull();
        assertThat(lane.since()).isAfter(halted);
    }

    @Test
    void aLaneSaysWhatMayBePassedAndWhenItTriedOnlyWhileItTriesAgain() {
        PassableStatement statement = new PassableStatement("mysql-bin.000001:4:0", "DROP TABLE a", "DROP TABLE b");
        assertThat(lane.isTryingAgain()).isFalse();

        lane.halted(ErrorCode.SCHEMA_CHANGE_REFUSED, "no", "mysql-bin.000001:4:0", statement);

        assertThat(lane.isTryingAgain()).isTrue();
        assertThat(lane.passable()).isEqualTo(statement);
        assertThat(lane.triedAt()).isNotNull();

        lane.retrying(ErrorCode.TARGET_AWAY, "refused");

        assertThat(lane.isTryingAgain()).isTrue();
        assertThat(lane.passable()).isNull();

        lane.stop(Lane.State.HALTED, ErrorCode.TOPIC_CHANGED, "another id");

        assertThat(lane.isTryingAgain()).isFalse();
        assertThat(lane.triedAt()).isNull();
    }

    @Test
    void anotherReasonBeginsAnew() {
        lane.retrying(ErrorCode.TARGET_AWAY, "refused");
        Instant away = lane.since();

        lane.retrying(ErrorCode.TARGET_LOCKED, "lock wait");

        assertThat(lane.since()).isAfter(away);
        assertThat(lane.haltedAt()).isNull();
    }

    @Test
    void aLaneThatIsOverStaysAsItEnded() {
        lane.stop(Lane.State.FENCED, ErrorCode.LANE_TAKEN_OVER, "another owner");

        lane.halted(ErrorCode.TARGET_MISFIT, "no column", "mysql-bin.000001:4:0", null);
        lane.running();

        assertThat(lane.state()).isEqualTo(Lane.State.FENCED);
        assertThat(lane.haltedAt()).isNull();
    }
}

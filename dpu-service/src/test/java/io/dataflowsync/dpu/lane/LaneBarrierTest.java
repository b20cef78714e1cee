package io.dataflowsync.dpu.lane;

import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.log.Barriers.Lanes;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneBarrierTest {
    private static final SchemaChange RENAME = new TestEvents()
            .schemaChange(table("u", "#id int"), "RENAME TABLE t TO u")
            .inLane(1, 3);

    @Test
    void theLaneOfTheTableWaitsUntilAllOthersHaveCome() {
        assertThat(LaneBarrier.waitsFor(1, RENAME, new Lanes(Set.of(), Set.of())))
                .contains("lane 1 waits until lanes 0, 2 have come to event " + RENAME.id() + ": RENAME TABLE t TO u");
        assertThat(LaneBarrier.waitsFor(1, RENAME, new Lanes(Set.of(2), Set.of())))
                .contains("lane 1 waits until lane 0 has come to event " + RENAME.id() + ": RENAME TABLE t TO u");
        assertThat(LaneBarrier.waitsFor(1, RENAME, new Lanes(Set.of(0, 2), Set.of())))
                .isEmpty();
    }

    @Test
    void theOthersWaitUntilTheLaneOfTheTableIsPast() {
        assertThat(LaneBarrier.waitsFor(0, RENAME, new Lanes(Set.of(0, 1, 2), Set.of())))
                .contains("lane 0 waits until lane 1 is past event " + RENAME.id() + ": RENAME TABLE t TO u");
        assertThat(LaneBarrier.waitsFor(0, RENAME, new Lanes(Set.of(0, 1, 2), Set.of(1))))
                .isEmpty();
    }

    @Test
    void nobodyWaitsInOneLaneOrWhereNothingChangesItsMeaning() {
        assertThat(LaneBarrier.lanes(RENAME)).isEqualTo(3);
        assertThat(LaneBarrier.lanes(RENAME.inLane(0, 1))).isZero();
        assertThat(LaneBarrier.lanes(RENAME.inLane(1, 0))).isZero();
    }
}

package io.dataflowsync.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourcePositionTest {
    private static SourcePosition at(String file, long position, int row) {
        return new SourcePosition(file, position, row, null, null);
    }

    @Test
    void theIdOfAStreamedEventIsItsPlace() {
        SourcePosition place = at("mysql-bin.000002", 4711, 3);

        assertThat(SourcePosition.ofEventId(place.toString())).contains(place);
    }

    @Test
    void theIdOfASnapshotsEventIsNoPlaceWhateverItsKeyHas() {
        assertThat(SourcePosition.ofEventId("b.000002:511@2026-01-01T00:00:00Z/shop.t/a:1:2"))
                .isEmpty();
        assertThat(SourcePosition.ofEventId("")).isEmpty();
    }

    @Test
    void eventsAreOrderedByFileThenPositionThenRow() {
        SourcePosition first = at("b.999999", 900, 0);
        SourcePosition second = at("b.1000000", 4, 1);
        SourcePosition third = at("b.1000000", 4, 2);
        SourcePosition fourth = at("b.1000000", 120, 0);

        assertThat(List.of(fourth, third, second, first).stream().sorted(SourcePosition.IN_BINLOG))
                .containsExactly(first, second, third, fourth);
    }
}

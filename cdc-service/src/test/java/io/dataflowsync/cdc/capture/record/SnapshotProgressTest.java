package io.dataflowsync.cdc.capture.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotProgressTest {
    private static final TableName T = new TableName("shop", "t");

    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05.678Z");

    private final SnapshotProgress snapshot = new SnapshotProgress(Optional.of(List.of()), BEGUN);

    @Test
    void twoAttemptsAtTheSamePlaceAreTwoSnapshots() {
        SourceOffset place = new SourceOffset(Map.of("file", "f", "pos", 4L, "snapshot", "INITIAL"));

        assertThat(snapshot.enter(place)).isEqualTo("f:4@2026-01-02T03:04:05.678Z");
        assertThat(new SnapshotProgress(Optional.of(List.of()), BEGUN.plusMillis(1)).enter(place))
                .isEqualTo("f:4@2026-01-02T03:04:05.679Z");
    }

    @Test
    void anIdHasTheKeysValuesAndNoTwoKeysShareOne() {
        assertThat(snapshot.rowId("f:4", T, key("a", 7L))).isEqualTo("f:4/shop.t/7");
        assertThat(snapshot.rowId("f:4", T, key("a", "x,y", "b", "z"))).isEqualTo("f:4/shop.t/x\\,y,z");
        assertThat(snapshot.rowId("f:4", T, key("a", "x", "b", "y,z"))).isEqualTo("f:4/shop.t/x,y\\,z");
    }

    @Test
    void rowsWithoutAKeyAreNumberedByTable() {
        TableName other = new TableName("shop", "u");
        assertThat(snapshot.rowId("f:4", T, Row.empty())).isEqualTo("f:4/shop.t/#1");
        assertThat(snapshot.rowId("f:4", T, Row.empty())).isEqualTo("f:4/shop.t/#2");
        assertThat(snapshot.rowId("f:4", other, Row.empty())).isEqualTo("f:4/shop.u/#1");
    }

    @Test
    void aKeyThatIsTooLongIsHashed() {
        String id = snapshot.rowId("f:4", T, key("a", "k".repeat(600)));
        assertThat(id).matches("f:4/shop\\.t/sha-256:[0-9a-f]{64}");
        assertThat(id).isNotEqualTo(snapshot.rowId("f:4", T, key("a", "k".repeat(601))));
    }

    @Test
    void aSnapshotEndsOnceWithTheFirstOffsetBehindIt() {
        SourceOffset inside = new SourceOffset(Map.of("file", "f", "pos", 4L, "snapshot", "INITIAL"));
        SourceOffset behind = new SourceOffset(Map.of("file", "f", "pos", 4L));
        assertThat(snapshot.endsAt(inside)).isFalse();
        assertThat(snapshot.endsAt(behind)).isTrue();
        assertThat(snapshot.endsAt(behind)).isFalse();
        assertThat(new SnapshotProgress(Optional.empty(), BEGUN).endsAt(behind)).isFalse();
    }

    private static Row key(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Row.of(values);
    }
}

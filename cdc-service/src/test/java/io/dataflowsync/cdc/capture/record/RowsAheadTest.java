package io.dataflowsync.cdc.capture.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.cdc.capture.Unasked;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.stream.LeftOut;
import io.dataflowsync.cdc.capture.stream.StreamFacts;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsAheadTest {
    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT32_SCHEMA)
            .field("code", Schema.INT32_SCHEMA)
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .field("file", Schema.STRING_SCHEMA)
            .field("pos", Schema.INT64_SCHEMA)
            .build();
    private static final Schema VALUE = SchemaBuilder.struct()
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();
    private static final Map<TableName, BinlogPosition> KID_AT_9 = Map.of(name("kid"), new BinlogPosition("f", 9));

    private final Unasked snapshots = new Unasked();
    private final CapturedTables tables = new CapturedTables(Pipelines.of(""), List::of, (table, other) -> false);

    RowsAheadTest() {
        tables.take(List.of(
                table("parent"),
                table(
                        "kid",
                        new ForeignKey(
                                "f", List.of("p"), name("parent"), List.of("code"), Rule.CASCADE, Rule.CASCADE))));
    }

    @Test
    void aChildThatIsAheadOfItsParentsDeleteIsReadAgain() {
        assertThat(have(ahead(KID_AT_9, Set.of()), "d", 5, 1, null)).isFalse();
        assertThat(snapshots.again).containsExactly(Set.of(name("kid")));
    }

    @Test
    void itIsAskedForOnce() {
        RowsAhead ahead = ahead(KID_AT_9, Set.of());
        have(ahead, "d", 5, 1, null);
        have(ahead, "d", 6, 2, null);
        assertThat(snapshots.again).hasSize(1);
    }

    @Test
    void behindItsPlaceNothingIsReadAgain() {
        have(ahead(KID_AT_9, Set.of()), "d", 9, 1, null);
        assertThat(snapshots.again).isEmpty();
    }

    @Test
    void anUpdateCountsWhereItChangesTheColumnThatIsReferredTo() {
        have(ahead(KID_AT_9, Set.of()), "u", 5, 1, 1);
        assertThat(snapshots.again).isEmpty();
        have(ahead(KID_AT_9, Set.of()), "u", 5, 1, 2);
        assertThat(snapshots.again).hasSize(1);
    }

    @Test
    void aDeleteThatIsDroppedHasItsChildReadAgainUnlessThatIsAskedFor() {
        Map<TableName, BinlogPosition> parent = Map.of(name("parent"), new BinlogPosition("f", 9));
        assertThat(have(ahead(parent, Set.of(name("kid"))), "d", 5, 1, null)).isTrue();
        assertThat(snapshots.again).isEmpty();
        assertThat(have(ahead(parent, Set.of()), "d", 5, 1, null)).isTrue();
        assertThat(snapshots.again).containsExactly(Set.of(name("kid")));
    }

    @Test
    void whatCannotBeReadAgainStopsUntilItIsAcknowledged() {
        snapshots.refused = Set.of(name("kid"));
        assertThatThrownBy(() -> have(ahead(KID_AT_9, Set.of()), "d", 5, 1, null))
                .isInstanceOfSatisfying(CannotGoOnException.class, stop -> {
                    Obstacle obstacle = stop.obstacle().orElseThrow();
                    assertThat(obstacle.code()).isEqualTo(ErrorCode.SOURCE_CASCADE);
                    assertThat(obstacle.place()).isEqualTo("f:5");
                    assertThat(obstacle.line()).contains("shop.parent", "shop.kid");
                });
        RowsAhead told = new RowsAhead(tables, new Overtaken(KID_AT_9, Set.of()), Set.of(), snapshots, o -> true);
        assertThat(have(told, "d", 5, 1, null)).isFalse();
    }

    @Test
    void whatCannotBeReadAgainStopsAtEachChange() {
        snapshots.refused = Set.of(name("kid"));
        RowsAhead passing = new RowsAhead(tables, new Overtaken(KID_AT_9, Set.of()), Set.of(), snapshots, o -> o.place()
                .equals("f:5"));
        assertThat(have(passing, "d", 5, 1, null)).isFalse();
        assertThatThrownBy(() -> have(passing, "d", 6, 2, null)).isInstanceOf(CannotGoOnException.class);
    }

    @Test
    void whatTheSourceDidNotCheckTakesNothingAlong() {
        RowsAhead ahead = ahead(KID_AT_9, Set.of());
        assertThat(ahead.drops(
                        record("d", 5, 1, null),
                        new StreamFacts.Fact(new Unchecked(true, false), LeftOut.NOTHING, null, "")))
                .isFalse();
        assertThat(snapshots.again).isEmpty();
    }

    private RowsAhead ahead(Map<TableName, BinlogPosition> places, Set<TableName> asked) {
        return new RowsAhead(tables, new Overtaken(places, Set.of()), asked, snapshots, obstacle -> false);
    }

    private static boolean have(
            RowsAhead ahead, String operation, int position, @Nullable Integer before, @Nullable Integer after) {
        return ahead.drops(record(operation, position, before, after), StreamFacts.Fact.NOTHING);
    }

    private static EngineRecord record(
            String operation, int position, @Nullable Integer before, @Nullable Integer after) {
        Struct value = new Struct(VALUE)
                .put("op", operation)
                .put(
                        "source",
                        new Struct(SOURCE)
                                .put("db", "shop")
                                .put("table", "parent")
                                .put("file", "f")
                                .put("pos", (long) position))
                .put("before", before == null ? null : row(before))
                .put("after", after == null ? null : row(after));
        SourceRecord record = new SourceRecord(Map.of(), Map.of(), "t", ROW, row(1), VALUE, value);
        return new EngineRecord(record, new EngineRecord.Forms(name -> name));
    }

    private static Struct row(int code) {
        return new Struct(ROW).put("id", 1).put("code", code);
    }

    private static TableDefinition table(String name, ForeignKey... keys) {
        return new TableDefinition(name(name), List.of(), List.of("id"), List.of(), List.of(keys));
    }

    private static TableName name(String table) {
        return new TableName("shop", table);
    }
}

package io.dataflowsync.cdc.capture.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.cdc.capture.Unasked;
import io.dataflowsync.cdc.capture.engine.TransactionEnd;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.stream.StatementsFollowed;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field(
                    "id",
                    SchemaBuilder.int32()
                            .parameter("__debezium.source.column.type", "INT")
                            .build())
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .field("file", Schema.STRING_SCHEMA)
            .field("pos", Schema.INT64_SCHEMA)
            .field("row", Schema.INT32_SCHEMA)
            .field("gtid", Schema.OPTIONAL_STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema VALUE = SchemaBuilder.struct()
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final BatchReader reader = reader(Overtaken.NOTHING);

    private static BatchReader reader(Overtaken overtaken) {
        SchemaTracker tracker = SchemaTracker.of(
                Pipelines.of("").source(), new DefinitionHistory(), place -> Optional.empty(), () -> {});
        CapturedTables tables = new CapturedTables(Pipelines.of(""), List::of, (table, other) -> false);
        return new BatchReader(
                tables,
                Optional.empty(),
                false,
                new Versions(tracker, new StatementsFollowed()),
                new RowsAhead(tables, overtaken, Set.of(), new Unasked(), obstacle -> false),
                Clock.systemUTC());
    }

    @Test
    void theHalvesOfAKeyChangeInTwoBatchesAreOneUpdateOfTheSecond() {
        CapturedBatch first = reader.read(List.of(insert(1, 7), goes(2, 7, 8))).get(0);
        assertThat(first.events()).singleElement().isInstanceOf(ChangeEvent.Insert.class);
        assertThat(first.offset().orElseThrow().position()).isEqualTo(1);

        CapturedBatch second =
                reader.read(List.of(comes(2, 7, 8), ending(insert(3, 9)))).get(0);
        assertThat(second.events()).hasSize(2);
        assertThat(second.events().get(0)).isInstanceOfSatisfying(ChangeEvent.Update.class, update -> {
            assertThat(update.oldKey()).isEqualTo(Row.of(Map.of("id", 7L)));
            assertThat(update.key()).isEqualTo(Row.of(Map.of("id", 8L)));
        });
        assertThat(second.offset().orElseThrow().position()).isEqualTo(3);
    }

    @Test
    void aBatchOfTheFirstHalfAloneMovesNothing() {
        assertThat(reader.read(List.of(goes(2, 7, 8)))).isEmpty();
        assertThat(reader.read(List.of(comes(2, 7, 8)))).hasSize(1);
    }

    @Test
    void aHalfWithoutTheOtherIsRefused() {
        reader.read(List.of(goes(2, 7, 8)));
        assertThatThrownBy(() -> reader.read(List.of(insert(3, 9))))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessage("source-unreadable at f:3: rows of shop.t (only one half of a key change at f:2)");
    }

    @Test
    void aChangeThatATablesSnapshotHasIsNotReadAgain() {
        BatchReader behind =
                reader(new Overtaken(Map.of(new TableName("shop", "t"), new BinlogPosition("f", 3)), Set.of()));
        CapturedBatch batch = behind.read(List.of(insert(1, 7), goes(2, 7, 8), comes(2, 7, 8), insert(3, 9)))
                .get(0);
        assertThat(batch.events()).extracting(ChangeEvent::id).containsExactly("f:3:0");
        assertThat(batch.offset().orElseThrow().position()).isEqualTo(3);
    }

    @Test
    void transactionsThatHaveEndedAreApartFromTheOneThatHasNot() {
        List<CapturedBatch> batches =
                reader.read(List.of(insert(1, 7), insert(1, 8), insert(2, 9), insert(3, 10), insert(3, 11)));

        assertThat(batches).extracting(batch -> batch.events().size()).containsExactly(3, 2);
        assertThat(batches).extracting(CapturedBatch::isOpen).containsExactly(false, true);
        assertThat(batches.get(0).ends()).isEqualTo(BitSet.valueOf(new long[] {0b110}));
        assertThat(batches)
                .extracting(batch -> batch.offset().orElseThrow().position())
                .containsExactly(2L, 3L);

        CapturedBatch rest =
                reader.read(List.of(insert(3, 12), ending(insert(3, 13)))).get(0);
        assertThat(rest.isOpen()).isFalse();
        assertThat(rest.ends()).isEqualTo(BitSet.valueOf(new long[] {0b10}));
    }

    private static SourceRecord ending(SourceRecord record) {
        TransactionEnd.mark(record);
        return record;
    }

    private static SourceRecord insert(int position, int id) {
        return record("c", position, null, id);
    }

    private static SourceRecord goes(int position, int from, int to) {
        SourceRecord record = record("d", position, from, null);
        record.headers().add("__debezium.newkey", row(to), ROW);
        return record;
    }

    private static SourceRecord comes(int position, int from, int to) {
        SourceRecord record = record("c", position, null, to);
        record.headers().add("__debezium.oldkey", row(from), ROW);
        return record;
    }

    private static SourceRecord record(
            String operation, int position, @Nullable Integer before, @Nullable Integer after) {
        Struct value = new Struct(VALUE).put("op", operation).put("source", source(position));
        Integer key = after == null ? before : after;
        if (before != null) {
            value.put("before", row(before));
        }
        if (after != null) {
            value.put("after", row(after));
        }
        Map<String, Object> offset = Map.of("file", "f", "pos", (long) position);
        return new SourceRecord(Map.of(), offset, "t", ROW, row(java.util.Objects.requireNonNull(key)), VALUE, value);
    }

    private static Struct source(int position) {
        return new Struct(SOURCE)
                .put("db", "shop")
                .put("table", "t")
                .put("file", "f")
                .put("pos", (long) position)
                .put("row", 0)
                .put("ts_ms", 0L);
    }

    private static Struct row(int id) {
        return new Struct(ROW).put("id", id);
    }
}

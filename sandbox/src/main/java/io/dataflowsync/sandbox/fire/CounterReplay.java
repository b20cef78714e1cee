package io.dataflowsync.sandbox.fire;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.sandbox.fire.Violation.Kind;
import io.dataflowsync.sandbox.fire.Witness.CounterView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Applies the events of the counters' lane again, and compares the result with each view of the witness: the rows must be exactly those
 * of the checkpoint in the same view, neither newer nor older.
 */
final class CounterReplay {
    private static final String TABLE = "counters";

    private final Violations violations;
    private final int lane;
    private final Map<String, Set<Map<String, Long>>> seen = new HashMap<>();
    private final Map<String, Long> totals = new TreeMap<>();
    private final EventCodec codec = new EventCodec();

    /** @param lane the lane of the counters, which no other table shares */
    CounterReplay(int lane, List<CounterView> views, Violations violations) {
        this.lane = lane;
        this.violations = violations;
        for (CounterView view : views) {
            String eventId = view.eventIds().get(lane);
            if (eventId != null) {
                seen.computeIfAbsent(eventId, id -> new HashSet<>()).add(view.totals());
            }
        }
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.partition() != lane) {
            return;
        }
        ChangeEvent event = codec.decode(record.value());
        if (event instanceof RowChange change && change.table().table().equals(TABLE)) {
            add(change.after());
        }
        for (Map<String, Long> rows : seen.getOrDefault(event.id(), Set.of())) {
            if (!rows.equals(totals)) {
                violations.add(
                        Kind.WRONG,
                        "with the checkpoint " + event.id() + " the counters were " + rows + ", not " + totals);
            }
        }
    }

    private void add(@Nullable Row row) {
        if (row != null) {
            totals.put(String.valueOf(row.get("name")), Long.valueOf(String.valueOf(row.get("total"))));
        }
    }
}

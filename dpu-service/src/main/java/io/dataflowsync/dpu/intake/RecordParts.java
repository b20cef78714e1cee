package io.dataflowsync.dpu.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads polled records part by part. An event in memory takes several times the space of its record, so no more of them are read at
 * once than are applied together.
 */
final class RecordParts {
    private final RecordReader reader = new RecordReader();
    private final long maxBytes;

    /** @param maxBytes of the records of a part; a larger record is a part alone */
    RecordParts(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Cuts records into parts, in order. */
    List<List<ConsumerRecord<byte[], byte[]>>> cut(List<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> parts = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int to = 0; to < records.size(); to++) {
            int next = bytes(records.get(to));
            if (to > from && bytes + next > maxBytes) {
                parts.add(records.subList(from, to));
                from = to;
                bytes = 0;
            }
            bytes += next;
        }
        if (from < records.size()) {
            parts.add(records.subList(from, records.size()));
        }
        return parts;
    }

    List<Received> read(List<ConsumerRecord<byte[], byte[]>> part, Instant at) {
        return part.stream().map(record -> reader.read(record, at)).toList();
    }

    private static int bytes(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }
}

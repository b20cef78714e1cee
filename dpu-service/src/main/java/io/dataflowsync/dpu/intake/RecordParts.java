package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.TransactionLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads polled records part by part.
 *
 * <p>An event in memory takes several times the space of its record. So only a few events are read before the ones ahead of them are
 * applied.
 */
public final class RecordParts {
    private static final int GOOD_RECORDS = 1_000;

    private final RecordReader reader = new RecordReader();
    private final int goodRecords;
    private final long maxBytes;

    public RecordParts(TransactionLimit limit) {
        this(GOOD_RECORDS, limit.mostBytes());
    }

    /**
     * Creates a reader with this size of parts.
     *
     * @param goodRecords the number of records after which a part ends with the next end of a transaction; a transaction that goes in parts
     *     may be cut anywhere
     * @param maxBytes the most bytes of the records of a part; a larger record is a part alone
     */
    public RecordParts(int goodRecords, long maxBytes) {
        this.goodRecords = goodRecords;
        this.maxBytes = maxBytes;
    }

    /** Reads the records as events, each part when it is needed. */
    public Iterable<List<Received>> of(List<ConsumerRecord<byte[], byte[]>> records, Instant at) {
        return () -> cut(records).stream().map(part -> read(part, at)).iterator();
    }

    /** Cuts records into parts, in order; if possible, after the end of a transaction. */
    List<List<ConsumerRecord<byte[], byte[]>>> cut(List<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> parts = new ArrayList<>();
        int inParts = afterLastEnd(records);
        int from = 0;
        int ended = 0;
        long bytes = 0;
        for (int to = 0; to < records.size(); to++) {
            int next = bytes(records.get(to));
            if (to > from && bytes + next > maxBytes) {
                int end = ended > from ? ended : to;
                parts.add(records.subList(from, end));
                from = end;
                bytes = bytes(records.subList(from, to));
            }
            bytes += next;
            ended = to < inParts && RecordReader.hasMore(records.get(to)) ? ended : to + 1;
            if (ended - from >= goodRecords) {
                parts.add(records.subList(from, ended));
                from = ended;
                bytes = 0;
            }
        }
        if (from < records.size()) {
            parts.add(records.subList(from, records.size()));
        }
        return parts;
    }

    private List<Received> read(List<ConsumerRecord<byte[], byte[]>> part, Instant at) {
        return part.stream().map(record -> reader.read(record, at)).toList();
    }

    /** Returns the index after the last end of a transaction. The transaction that begins there does not end among these records. */
    static int afterLastEnd(List<ConsumerRecord<byte[], byte[]>> records) {
        int end = records.size();
        while (end > 0 && RecordReader.hasMore(records.get(end - 1))) {
            end--;
        }
        return end;
    }

    public static long bytes(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().mapToLong(RecordParts::bytes).sum();
    }

    public static int bytes(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }
}

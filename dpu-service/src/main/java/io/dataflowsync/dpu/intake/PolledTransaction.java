package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.TransactionLimit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the polled part of a transaction until the rest has come. A transaction that is too large for that goes on in parts. */
public final class PolledTransaction {
    private final TransactionLimit limit;
    private List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>();
    private long bytes;
    private boolean inParts;

    public PolledTransaction(TransactionLimit limit) {
        this.limit = limit;
    }

    /** Returns the records that can be taken now: transactions that are complete, and parts of one that goes in parts. */
    public List<ConsumerRecord<byte[], byte[]>> ended(List<ConsumerRecord<byte[], byte[]>> polled) {
        int end = RecordParts.afterLastEnd(polled);
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        if (end > 0) {
            take(taken);
            taken.addAll(polled.subList(0, end));
            inParts = false;
        }
        keep(polled.subList(end, polled.size()));
        inParts = !kept.isEmpty() && (inParts || limit.isReached(kept.size(), bytes));
        if (inParts) {
            take(taken);
        }
        return taken;
    }

    private void keep(List<ConsumerRecord<byte[], byte[]>> records) {
        kept.addAll(records);
        records.forEach(record -> bytes += TransactionLimit.memory(RecordParts.bytes(record)));
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> taken) {
        taken.addAll(kept);
        forget();
    }

    private void forget() {
        kept = new ArrayList<>();
        bytes = 0;
    }

    /** Forgets the kept records, because reading begins again at some place. */
    public void restart() {
        forget();
        inParts = false;
    }
}

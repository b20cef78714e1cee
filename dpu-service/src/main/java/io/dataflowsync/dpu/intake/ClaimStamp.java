package io.dataflowsync.dpu.intake;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Stamps what is polled with the claim it is polled under. Records that were polled before a partition was lost may still wait in
 * memory when it has come back and was sought to its checkpoint; without a stamp they would look like the next ones.
 */
public final class ClaimStamp implements ConsumerInterceptor<byte[], byte[]> {
    private static final String HEADER = "dfs-claim";
    private static final Map<TopicPartition, Long> EPOCHS = new ConcurrentHashMap<>();

    static void claimed(TopicPartition partition, long epoch) {
        EPOCHS.put(partition, epoch);
    }

    /** The epoch under which the records that start with this one were polled. */
    static OptionalLong of(ConsumerRecord<byte[], byte[]> first) {
        Header header = first.headers().lastHeader(HEADER);
        return header == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(header.value()).getLong());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            Long epoch = EPOCHS.get(partition);
            Iterator<ConsumerRecord<byte[], byte[]>> first =
                    records.records(partition).iterator();
            if (epoch != null && first.hasNext()) {
                byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(epoch).array();
                first.next().headers().remove(HEADER).add(HEADER, stamp);
            }
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}

package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads records of the topic as events. */
public final class RecordReader {
    private final EventCodec codec = new EventCodec();

    /** Reads a stored event again, under the id that it has in the store. */
    public Received again(int lane, long offset, String id, byte[] json, Instant at) {
        try {
            return new Received(lane, offset, json.length, at, id, codec.decode(json), null);
        } catch (RuntimeException e) {
            String text = new String(json, StandardCharsets.UTF_8);
            Received.Unreadable unreadable = new Received.Unreadable(text, String.valueOf(e.getMessage()), at);
            return new Received(lane, offset, json.length, at, id, null, unreadable);
        }
    }

    public Received read(ConsumerRecord<byte[], byte[]> record, Instant at) {
        byte[] json = record.value() == null ? new byte[0] : record.value();
        int lane = record.partition();
        try {
            ChangeEvent event = codec.decode(json);
            return new Received(lane, record.offset(), json.length, at, event.id(), event, null, hasMore(record));
        } catch (RuntimeException e) {
            Header id = record.headers().lastHeader(EventHeaders.EVENT_ID);
            String eventId = id == null || id.value() == null
                    ? record.topic() + ":" + lane + ":" + record.offset()
                    : new String(id.value(), StandardCharsets.UTF_8);
            String text = new String(json, StandardCharsets.UTF_8);
            Received.Unreadable unreadable = new Received.Unreadable(
                    text, String.valueOf(e.getMessage()), Instant.ofEpochMilli(record.timestamp()));
            return new Received(lane, record.offset(), json.length, at, eventId, null, unreadable, hasMore(record));
        }
    }

    /** Whether more of the same transaction of the source follows in the lane. */
    static boolean hasMore(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(EventHeaders.MORE) != null;
    }
}

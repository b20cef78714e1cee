package io.dataflowsync.cdc.publish;

import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the Kafka records of events. */
final class ChangeRecords {
    private static final byte[] EMPTY = {};

    private final String changes;
    private final int lanes;

    ChangeRecords(PipelineConfig config) {
        this.changes = config.changesTopic();
        this.lanes = config.broker().orElseThrow().partitions();
    }

    /** One record for each event, or one for each lane, in order. A transaction that has not ended is published in parts. */
    List<ProducerRecord<byte[], byte[]>> of(List<OutgoingEvent> events) {
        BitSet more = more(events);
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            OutgoingEvent event = events.get(i);
            if (event.lane() == OutgoingEvent.EVERY_LANE) {
                IntStream.range(0, lanes).forEach(lane -> all.add(inLane(event, lane)));
            } else {
                ProducerRecord<byte[], byte[]> record = inLane(event, event.lane());
                if (more.get(i)) {
                    record.headers().add(EventHeaders.MORE, EMPTY);
                }
                all.add(record);
            }
        }
        return all;
    }

    /** The indexes of the events that are followed in their lane by more events of the same transaction. */
    private static BitSet more(List<OutgoingEvent> events) {
        BitSet more = new BitSet(events.size());
        BitSet later = new BitSet();
        for (int i = events.size() - 1; i >= 0; i--) {
            OutgoingEvent event = events.get(i);
            if (event.ends() || event.lane() == OutgoingEvent.EVERY_LANE) {
                later.clear();
            }
            if (event.lane() != OutgoingEvent.EVERY_LANE) {
                more.set(i, later.get(event.lane()));
                later.set(event.lane());
            }
        }
        return more;
    }

    private ProducerRecord<byte[], byte[]> inLane(OutgoingEvent event, int lane) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(changes, lane, event.key(), event.json());
        TableName table = event.event().table();
        if (table != null) {
            record.headers().add(EventHeaders.TABLE, utf8(table.toString()));
        }
        record.headers()
                .add(EventHeaders.OPERATION, utf8(event.event().operation().word()))
                .add(EventHeaders.EVENT_ID, utf8(event.event().id()));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

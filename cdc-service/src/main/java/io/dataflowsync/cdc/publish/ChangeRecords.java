package io.dataflowsync.cdc.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.contract.event.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records of events and of table definitions. */
final class ChangeRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String changes;
    private final String tables;
    private final int lanes;

    ChangeRecords(PipelineConfig config) {
        this.changes = config.changesTopic();
        this.tables = config.tablesTopic();
        this.lanes = config.broker().orElseThrow().partitions();
    }

    /** One record, or one for each lane. */
    List<ProducerRecord<byte[], byte[]>> of(OutgoingEvent event) {
        return event.lane() == OutgoingEvent.EVERY_LANE
                ? IntStream.range(0, lanes)
                        .mapToObj(lane -> inLane(event, lane))
                        .toList()
                : List.of(inLane(event, event.lane()));
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

    ProducerRecord<byte[], byte[]> of(TableDefinition definition) {
        try {
            return new ProducerRecord<>(
                    tables, 0, utf8(definition.name().toString()), JSON.writeValueAsBytes(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form for the table " + definition.name(), e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventHeaderV4Deserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.FormatDescriptionEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.NullEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.RotateEventDataDeserializer;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.event.BinlogPosition;

/** Clients that look into the source's binlog beside the engine. The server ends them at the end of its binlog. */
public final class BinlogClients {
    private BinlogClients() {}

    /**
     * A client that is not connected yet.
     *
     * @param events how it reads events
     */
    public static BinaryLogClient from(SourceConfig source, BinlogPosition from, EventDeserializer events) {
        BinaryLogClient client = new BinaryLogClient(
                source.host(), source.port(), source.user(), source.password().value());
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.position());
        client.setBlocking(false);
        client.setKeepAlive(false);
        client.setEventDeserializer(events);
        return client;
    }

    /** Reads what files begin with and which come next; of other events where they stand, and nothing that is in them. */
    public static EventDeserializer frame() {
        EventDeserializer events =
                new EventDeserializer(new EventHeaderV4Deserializer(), new NullEventDataDeserializer());
        events.setEventDataDeserializer(EventType.FORMAT_DESCRIPTION, new FormatDescriptionEventDataDeserializer());
        events.setEventDataDeserializer(EventType.ROTATE, new RotateEventDataDeserializer());
        return events;
    }
}

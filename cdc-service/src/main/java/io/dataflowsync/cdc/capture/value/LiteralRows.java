package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.debezium.config.CommonConnectorConfig.EventProcessingFailureHandlingMode;
import io.debezium.connector.binlog.event.RowDeserializers;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes a binlog client read the temporal cells of rows and their JSON as text; what else there is, it reads as the engine does. */
public final class LiteralRows {
    private static final EventProcessingFailureHandlingMode FAIL = EventProcessingFailureHandlingMode.FAIL;

    private final Map<Long, TableMapEventData> tables = new HashMap<>();

    /**
     * Takes the engine's place as the reader of rows; to be called when the client is connected, before it reads on.
     *
     * @throws IllegalStateException where the client has none of the fields that it is known by
     */
    public void readFor(BinaryLogClient client) {
        tables.clear();
        EventDeserializer deserializer = deserializer(client);
        deserializer.setEventDataDeserializer(EventType.WRITE_ROWS, new Written(tables));
        deserializer.setEventDataDeserializer(EventType.UPDATE_ROWS, new Updated(tables));
        deserializer.setEventDataDeserializer(EventType.DELETE_ROWS, new Deleted(tables));
        deserializer.setEventDataDeserializer(
                EventType.EXT_WRITE_ROWS, new Written(tables).setMayContainExtraInformation(true));
        deserializer.setEventDataDeserializer(
                EventType.EXT_UPDATE_ROWS, new Updated(tables).setMayContainExtraInformation(true));
        deserializer.setEventDataDeserializer(
                EventType.EXT_DELETE_ROWS, new Deleted(tables).setMayContainExtraInformation(true));
    }

    private static EventDeserializer deserializer(BinaryLogClient client) {
        try {
            Field field = BinaryLogClient.class.getDeclaredField("eventDeserializer");
            field.setAccessible(true);
            return (EventDeserializer) field.get(client);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the binlog client keeps its deserializer elsewhere", e);
        }
    }

    /** Sees an event before the next one is read: which tables the rows behind it are of. */
    public void see(Event event) {
        EventType type = event.getHeader().getEventType();
        if (type == EventType.TABLE_MAP) {
            EventData data = event.getData();
            TableMapEventData table = (TableMapEventData)
                    (data instanceof EventDeserializer.EventDataWrapper wrapper ? wrapper.getInternal() : data);
            tables.put(table.getTableId(), table);
        } else if (type == EventType.ROTATE && event.getHeader().getTimestamp() != 0) {
            tables.clear();
        }
    }

    /** How the engine reads a cell. */
    private interface Cell {
        Serializable read() throws IOException;
    }

    private static Serializable read(ColumnType type, int meta, ByteArrayInputStream in, Cell cell) throws IOException {
        Optional<String> literal = TemporalCells.read(type, meta, in);
        if (literal.isPresent()) {
            return literal.get();
        }
        Serializable value = cell.read();
        return type == ColumnType.JSON && value instanceof byte[] document ? JsonText.of(document) : value;
    }

    private static final class Written extends RowDeserializers.WriteRowsDeserializer {
        Written(Map<Long, TableMapEventData> tables) {
            super(tables, FAIL);
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }

    private static final class Updated extends RowDeserializers.UpdateRowsDeserializer {
        Updated(Map<Long, TableMapEventData> tables) {
            super(tables, FAIL);
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }

    private static final class Deleted extends RowDeserializers.DeleteRowsDeserializer {
        Deleted(Map<Long, TableMapEventData> tables) {
            super(tables, FAIL);
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }
}

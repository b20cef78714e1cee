package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.dataflowsync.cdc.capture.value.JsonText;
import io.dataflowsync.cdc.capture.value.MemberOptions;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.cdc.capture.value.RowGaps;
import io.dataflowsync.cdc.capture.value.RowHead;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.cdc.capture.value.Statements;
import io.dataflowsync.cdc.capture.value.TemporalCells;
import io.debezium.config.CommonConnectorConfig.EventProcessingFailureHandlingMode;
import io.debezium.connector.binlog.event.RowDeserializers;
import java.io.IOException;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes how a binlog client reads rows: temporal cells and JSON as text, also the flags of rows and the sessions of statements.
 *
 * <p>Updated and deleted rows get a value for every column, even if their images lack columns. All other events are read as the engine
 * does.
 */
public final class LiteralRows {
    private static final EventProcessingFailureHandlingMode FAIL = EventProcessingFailureHandlingMode.FAIL;

    private final Map<Long, TableMapEventData> tables = new HashMap<>();

    /**
     * Replaces the engine's reader of rows. To be called when the client is connected, before it reads on.
     *
     * @throws IllegalStateException if the client lacks one of the known fields
     */
    public void readFor(BinaryLogClient client) {
        tables.clear();
        EventDeserializer deserializer = deserializer(client);
        deserializer.setEventDataDeserializer(EventType.QUERY, new Statements());
        deserializer.setEventDataDeserializer(EventType.WRITE_ROWS, new Written(tables, false));
        deserializer.setEventDataDeserializer(EventType.UPDATE_ROWS, new Updated(tables, false));
        deserializer.setEventDataDeserializer(EventType.DELETE_ROWS, new Deleted(tables, false));
        deserializer.setEventDataDeserializer(EventType.EXT_WRITE_ROWS, new Written(tables, true));
        deserializer.setEventDataDeserializer(EventType.EXT_UPDATE_ROWS, new Updated(tables, true));
        deserializer.setEventDataDeserializer(EventType.EXT_DELETE_ROWS, new Deleted(tables, true));
    }

    private static EventDeserializer deserializer(BinaryLogClient client) {
        return (EventDeserializer) EngineMember.CLIENT_DESERIALIZER.read(client);
    }

    /** Takes notice of an event before the next one is read: it says which tables the following rows are of. */
    public void see(Event event) {
        EventType type = event.getHeader().getEventType();
        if (type == EventType.TABLE_MAP) {
            EventData data = event.getData();
            TableMapEventData table = (TableMapEventData)
                    (data instanceof EventDeserializer.EventDataWrapper wrapper ? wrapper.getInternal() : data);
            tables.put(table.getTableId(), table);
        } else if (type == EventType.QUERY && event.getData() instanceof SessionQueryData statement) {
            statement.readHeader(event.getHeader());
        } else if (type == EventType.ROTATE && event.getHeader().getTimestamp() != 0) {
            tables.clear();
        }
    }

    /** Reads a cell as the engine does. */
    private interface Cell {
        Serializable read() throws IOException;
    }

    private static Serializable read(ColumnType type, int meta, ByteArrayInputStream in, Cell cell) throws IOException {
        Optional<String> literal = TemporalCells.read(type, meta, in);
        if (literal.isPresent()) {
            return literal.get();
        }
        Serializable value = cell.read();
        if ((type == ColumnType.ENUM || type == ColumnType.SET)
                && value instanceof Number number
                && number.longValue() == 0) {
            return MemberOptions.NONE;
        }
        return type == ColumnType.JSON && value instanceof byte[] document ? JsonText.of(document) : value;
    }

    private static final class Written extends RowDeserializers.WriteRowsDeserializer {
        private final boolean extra;

        Written(Map<Long, TableMapEventData> tables, boolean extra) {
            super(tables, FAIL);
            this.extra = extra;
        }

        @Override
        public WriteRowsEventData deserialize(ByteArrayInputStream event) throws IOException {
            ByteArrayInputStream in = RowHead.whole(event);
            RowHead head = RowHead.read(in, extra);
            RowFacts.Written data = new RowFacts.Written(head.flags());
            data.setTableId(head.table());
            BitSet image = head.image(in);
            data.setIncludedColumns(image);
            data.setRows(RowHead.rows(in, () -> deserializeRow(head.table(), image, in), data::unread));
            return data;
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }

    private static final class Updated extends RowDeserializers.UpdateRowsDeserializer {
        private final Map<Long, TableMapEventData> tables;
        private final boolean extra;

        Updated(Map<Long, TableMapEventData> tables, boolean extra) {
            super(tables, FAIL);
            this.tables = tables;
            this.extra = extra;
        }

        @Override
        public UpdateRowsEventData deserialize(ByteArrayInputStream event) throws IOException {
            ByteArrayInputStream in = RowHead.whole(event);
            RowHead head = RowHead.read(in, extra);
            RowFacts.Updated data = new RowFacts.Updated(head.flags());
            data.setTableId(head.table());
            BitSet beforeImage = head.image(in);
            BitSet afterImage = head.image(in);
            data.setIncludedColumnsBeforeUpdate(beforeImage);
            data.setIncludedColumns(afterImage);
            data.setRows(RowHead.rows(in, () -> row(head.table(), beforeImage, afterImage, in), data::unread));
            return data;
        }

        private Map.Entry<Serializable[], Serializable[]> row(
                long number, BitSet beforeImage, BitSet afterImage, ByteArrayInputStream in) throws IOException {
            Serializable[] before = deserializeRow(number, beforeImage, in);
            Serializable[] after = deserializeRow(number, afterImage, in);
            TableMapEventData table = Objects.requireNonNull(tables.get(number));
            Serializable[] filledBefore = RowGaps.filled(before, beforeImage, table, null);
            return new AbstractMap.SimpleEntry<>(filledBefore, RowGaps.filled(after, afterImage, table, filledBefore));
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }

    private static final class Deleted extends RowDeserializers.DeleteRowsDeserializer {
        private final Map<Long, TableMapEventData> tables;
        private final boolean extra;

        Deleted(Map<Long, TableMapEventData> tables, boolean extra) {
            super(tables, FAIL);
            this.tables = tables;
            this.extra = extra;
        }

        @Override
        public DeleteRowsEventData deserialize(ByteArrayInputStream event) throws IOException {
            ByteArrayInputStream in = RowHead.whole(event);
            RowHead head = RowHead.read(in, extra);
            RowFacts.Deleted data = new RowFacts.Deleted(head.flags());
            data.setTableId(head.table());
            BitSet image = head.image(in);
            data.setIncludedColumns(image);
            data.setRows(RowHead.rows(
                    in,
                    () -> RowGaps.filled(
                            deserializeRow(head.table(), image, in),
                            image,
                            Objects.requireNonNull(tables.get(head.table())),
                            null),
                    data::unread));
            return data;
        }

        @Override
        protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
                throws IOException {
            return read(type, meta, in, () -> super.deserializeCell(type, meta, length, in));
        }
    }
}

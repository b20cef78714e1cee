package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.engine.TransactionEnd;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record of the engine by the names that the engine gives to its parts. For one thread. */
final class EngineRecord {
    enum Kind {
        ROW,
        TRUNCATE,
        SCHEMA_CHANGE,
        /** No change: it only carries an offset. */
        HEARTBEAT
    }

    private final SourceRecord record;
    private final Kind kind;
    /** The part that names its origin; null for a heartbeat. */
    private final @Nullable Struct source;

    private @Nullable TableName table;
    private @Nullable BinlogPosition place;

    private final String operation;
    private final UnaryOperator<TableName> names;

    EngineRecord(SourceRecord record, Forms forms) {
        this.record = record;
        this.names = forms.names;
        Form form = forms.of(record.valueSchema());
        this.source = form.source() == null ? null : (Struct) value().get(form.source());
        this.operation = form.operation() == null ? "" : String.valueOf(value().get(form.operation()));
        this.kind = form.kind() == Kind.ROW && operation.equals("t") ? Kind.TRUNCATE : form.kind();
    }

    /** The facts that the schema of a record gives. */
    private record Form(
            Kind kind, @Nullable Field source, @Nullable Field operation) {}

    /** Keeps the forms of the schemas that were seen. For one thread. */
    static final class Forms {
        /** The limit of kept forms. A changed table has a new schema; the old one is not needed any more. */
        private static final int MOST = 10_000;

        private static final Form HEARTBEAT = new Form(Kind.HEARTBEAT, null, null);

        private final Map<Schema, Form> known = new IdentityHashMap<>();
        private final UnaryOperator<TableName> names;

        /** @param names finds the name that the source keeps, for a name that a statement has */
        Forms(UnaryOperator<TableName> names) {
            this.names = names;
        }

        private Form of(@Nullable Schema schema) {
            if (schema == null) {
                return HEARTBEAT;
            }
            Form form = known.get(schema);
            if (form == null) {
                if (known.size() >= MOST) {
                    known.clear();
                }
                form = read(schema);
                known.put(schema, form);
            }
            return form;
        }

        private static Form read(Schema schema) {
            Field source = schema.field("source");
            boolean statement = schema.field("ddl") != null;
            return source == null
                    ? HEARTBEAT
                    : new Form(statement ? Kind.SCHEMA_CHANGE : Kind.ROW, source, schema.field("op"));
        }
    }

    Kind kind() {
        return kind;
    }

    /** Whether it is a row that a snapshot read, or a statement by which the snapshot describes a table. */
    boolean isOfSnapshot() {
        if (kind == Kind.HEARTBEAT) {
            return false;
        }
        String snapshot = source().getString("snapshot");
        return snapshot != null && !snapshot.equals("false");
    }

    SourceOffset offset() {
        return new SourceOffset(record.sourceOffset());
    }

    /** Whether both are of one transaction of the source: the engine would read on from its beginning. */
    boolean isOfTransaction(EngineRecord other) {
        Map<String, ?> mine = record.sourceOffset();
        Map<String, ?> others = other.record.sourceOffset();
        return Objects.equals(mine.get("pos"), others.get("pos"))
                && Objects.equals(mine.get("file"), others.get("file"));
    }

    /** Whether the source's transaction ends with it. Known only for the record that was read last. */
    boolean endsTransaction() {
        return TransactionEnd.isAt(record);
    }

    /** Whether it is the first half of a key change: the row is deleted under its old key. */
    boolean isKeyChangeStart() {
        return record.headers().lastWithName("__debezium.newkey") != null;
    }

    /** The new key of the row, for a first half. */
    @Nullable
    Struct newKey() {
        Header header = record.headers().lastWithName("__debezium.newkey");
        return header != null && header.value() instanceof Struct key ? key : null;
    }

    /** Whether it is the second half: the row comes back under its new key. */
    boolean isKeyChangeEnd() {
        return record.headers().lastWithName("__debezium.oldkey") != null;
    }

    /** The operation: {@code c}, {@code u}, {@code d}, {@code t}, or {@code r} for a row of a snapshot. */
    String operation() {
        return operation;
    }

    @Nullable
    Struct key() {
        return (Struct) record.key();
    }

    @Nullable
    Struct before() {
        return value().getStruct("before");
    }

    @Nullable
    Struct after() {
        return value().getStruct("after");
    }

    TableName table() {
        TableName known = table;
        if (known == null) {
            known = names.apply(new TableName(source().getString("db"), source().getString("table")));
            table = known;
        }
        return known;
    }

    String file() {
        return source().getString("file");
    }

    long position() {
        return source().getInt64("pos");
    }

    /** The place where its event begins. */
    BinlogPosition place() {
        BinlogPosition known = place;
        if (known == null) {
            known = new BinlogPosition(file(), position());
            place = known;
        }
        return known;
    }

    /** The place up to which the engine has read the binlog: for a heartbeat, its offset. */
    BinlogPosition readUpTo() {
        return kind == Kind.HEARTBEAT ? offset().place() : place();
    }

    int row() {
        return source().getInt32("row");
    }

    @Nullable
    String gtid() {
        return source().getString("gtid");
    }

    Instant committedAt() {
        return Instant.ofEpochMilli(source().getInt64("ts_ms"));
    }

    private Struct value() {
        return (Struct) record.value();
    }

    private Struct source() {
        return Objects.requireNonNull(source);
    }
}

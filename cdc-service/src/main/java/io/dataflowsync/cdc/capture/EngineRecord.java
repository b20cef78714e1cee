package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.event.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A record of the engine, with the names that the engine gives its parts. */
record EngineRecord(SourceRecord record) {
    private static final Pattern QUOTED_NAME = Pattern.compile("\"(.*)\"\\.\"(.*)\"");

    enum Kind {
        ROW,
        TRUNCATE,
        SCHEMA_CHANGE,
        /** No change: it only carries an offset. */
        HEARTBEAT
    }

    Kind kind() {
        Schema schema = record.valueSchema();
        if (schema == null || schema.field("source") == null) {
            return Kind.HEARTBEAT;
        } else if (schema.field("ddl") != null) {
            return Kind.SCHEMA_CHANGE;
        } else {
            return "t".equals(operation()) ? Kind.TRUNCATE : Kind.ROW;
        }
    }

    /** A row that a snapshot read, or a statement that it made up to describe a table. */
    boolean isOfSnapshot() {
        if (kind() == Kind.HEARTBEAT) {
            return false;
        }
        String snapshot = source().getString("snapshot");
        return snapshot != null && !snapshot.equals("false");
    }

    SourceOffset offset() {
        return new SourceOffset(record.sourceOffset());
    }

    /** The first half of a key change: the row goes away under its old key. */
    boolean isKeyChangeStart() {
        return record.headers().lastWithName("__debezium.newkey") != null;
    }

    /** The second half: it comes back under its new one. */
    boolean isKeyChangeEnd() {
        return record.headers().lastWithName("__debezium.oldkey") != null;
    }

    /** {@code c}, {@code u}, {@code d}, {@code r} for a row of a snapshot, {@code t}. */
    String operation() {
        return value().getString("op");
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
        return new TableName(source().getString("db"), source().getString("table"));
    }

    String file() {
        return source().getString("file");
    }

    long position() {
        return source().getInt64("pos");
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

    String database() {
        String name = value().getString("databaseName");
        return name == null ? "" : name;
    }

    String ddl() {
        String ddl = value().getString("ddl");
        // Of a unique index the engine tells what stands behind the verb.
        boolean headless = ddl != null && ddl.regionMatches(true, 0, "UNIQUE ", 0, 7);
        return ddl == null ? "" : headless ? "CREATE " + ddl : ddl;
    }

    /** The tables that a statement changed. */
    List<TableName> changedTables() {
        List<TableName> tables = new ArrayList<>();
        for (Object change : value().getArray("tableChanges")) {
            Matcher name = QUOTED_NAME.matcher(((Struct) change).getString("id"));
            if (name.matches()) {
                tables.add(new TableName(name.group(1), name.group(2)));
            }
        }
        return tables;
    }

    /** The tables that a statement changed, as they are behind it. */
    List<EngineTable> tablesBehind() {
        List<EngineTable> tables = new ArrayList<>();
        for (Object change : value().getArray("tableChanges")) {
            Matcher name = QUOTED_NAME.matcher(((Struct) change).getString("id"));
            Struct table = ((Struct) change).getStruct("table");
            if (table != null && name.matches()) {
                tables.add(new EngineTable(new TableName(name.group(1), name.group(2)), table));
            }
        }
        return tables;
    }

    private Struct value() {
        return (Struct) record.value();
    }

    private Struct source() {
        return value().getStruct("source");
    }
}

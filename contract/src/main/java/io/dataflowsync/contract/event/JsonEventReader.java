package io.dataflowsync.contract.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one event, field by field. Fields that it does not know are skipped. */
final class JsonEventReader {
    private final JsonParser parser;
    private final ObjectMapper mapper;
    private final ColumnCache seen;

    private @Nullable String id;
    private @Nullable Operation operation;
    private @Nullable String schema;
    private @Nullable String table;
    private @Nullable Row key;
    private @Nullable Row oldKey;
    private @Nullable Row before;
    private @Nullable Row after;
    private @Nullable String ddl;
    private @Nullable List<TableDefinition> definitions;
    private int lane;
    private @Nullable String canonical;
    private int awaits;
    private boolean ofGhost;
    private List<String> ghost = List.of();
    private @Nullable List<TableName> tables;
    private List<TableName> partial = List.of();
    private List<Integer> lanes = List.of();
    private List<TableName> moved = List.of();
    private List<TableRename> renames = List.of();
    private boolean unfollowed;
    private @Nullable SourcePosition position;
    private @Nullable Instant committedAt;
    private @Nullable Instant capturedAt;
    private @Nullable BinlogPosition definition;
    private Unchecked unchecked = Unchecked.NOTHING;
    private boolean isPartial;
    private @Nullable StatementSession session;

    JsonEventReader(JsonParser parser, ObjectMapper mapper, ColumnCache seen) {
        this.parser = parser;
        this.mapper = mapper;
        this.seen = seen;
    }

    ChangeEvent read() throws IOException {
        boolean versioned = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("version")) {
                checkVersion();
                versioned = true;
            } else {
                readField(name);
            }
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows it");
        }
        if (!versioned) {
            throw new IllegalArgumentException("no field 'version'");
        }
        return toEvent();
    }

    private void checkVersion() throws IOException {
        long version = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : 0;
        if (version < 1 || version > EventCodec.VERSION) {
            throw new IllegalArgumentException(
                    "its version is " + parser.getText() + ", this reader knows 1 to " + EventCodec.VERSION);
        }
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "id" -> id = text(name);
            case "operation" -> operation = Operation.ofWord(text(name));
            case "schema" -> schema = text(name);
            case "table" -> table = text(name);
            case "key" -> key = row(name, true);
            case "oldKey" -> oldKey = row(name, true);
            case "before" -> before = row(name, false);
            case "after" -> after = row(name, false);
            case "ddl" -> ddl = text(name);
            case "canonical" -> canonical = text(name);
            case "definitions" -> definitions = definitions(name);
            case "lane" -> lane = parser.getIntValue();
            case "awaits" -> awaits = parser.getIntValue();
            case "ofGhost" -> ofGhost = parser.getBooleanValue();
            case "ghost" -> ghost = list(name, String[].class);
            case "tables" -> tables = list(name, TableName[].class);
            case "partial" -> partial = list(name, TableName[].class);
            case "lanes" -> lanes = list(name, Integer[].class);
            case "unfollowed" -> unfollowed = parser.getBooleanValue();
            case "moved" -> moved = list(name, TableName[].class);
            case "renames" -> renames = list(name, TableRename[].class);
            case "source" -> position = readPosition();
            case "committedAt" -> committedAt = UtcTime.parse(text(name));
            case "capturedAt" -> capturedAt = UtcTime.parse(text(name));
            case "definition" -> definition = seen.definition(text(name));
            case "unchecked" -> unchecked = readUnchecked(list(name, String[].class));
            case "image" -> isPartial = isPartial(text(name));
            case "session" -> session = mapper.readValue(parser, StatementSession.class);
            default -> parser.skipChildren();
        }
    }

    private Row row(String name, boolean ofKey) throws IOException {
        RowColumns likely = seen.of(schema, table, ofKey);
        Row row = RowJson.read(parser, name, likely);
        if (row.names() != likely) {
            seen.put(schema, table, ofKey, row.names());
        }
        return row;
    }

    private SourcePosition readPosition() throws IOException {
        RowJson.requireObject(parser, "source");
        String file = null;
        Long place = null;
        Long row = null;
        String gtid = null;
        String snapshot = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "file" -> file = text(name);
                case "position" -> place = parser.getLongValue();
                case "row" -> row = parser.getLongValue();
                case "gtid" -> gtid = text(name);
                case "snapshot" -> snapshot = text(name);
                default -> parser.skipChildren();
            }
        }
        return new SourcePosition(
                need(file, "source.file"),
                need(place, "source.position"),
                Math.toIntExact(need(row, "source.row")),
                gtid,
                snapshot);
    }

    private static Unchecked readUnchecked(List<String> checks) {
        return Unchecked.of(checks.contains(EventCodec.FOREIGN_KEYS), checks.contains(EventCodec.UNIQUE_KEYS));
    }

    private static boolean isPartial(String image) {
        if (!image.equals(EventCodec.PARTIAL)) {
            throw new IllegalArgumentException("no such image: '" + image + "'");
        }
        return true;
    }

    private String text(String name) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("the field '" + name + "' is no text");
        }
        return parser.getText();
    }

    /** Reads definitions. A field may be missing here: {@link TableDefinition} checks the ones that are required. */
    private List<TableDefinition> definitions(String name) throws IOException {
        return list(
                name,
                mapper.readerFor(TableDefinition[].class)
                        .without(
                                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES));
    }

    private <T> List<T> list(String name, Class<T[]> type) throws IOException {
        return list(name, mapper.readerFor(type));
    }

    private <T> List<T> list(String name, ObjectReader reader) throws IOException {
        T[] items = parser.currentToken() == JsonToken.START_ARRAY ? reader.readValue(parser) : null;
        if (items == null || Arrays.asList(items).contains(null)) {
            throw new IllegalArgumentException("the field '" + name + "' is no list of objects");
        }
        return List.of(items);
    }

    private ChangeEvent toEvent() {
        EventOrigin origin = new EventOrigin(
                need(id, "id"),
                need(position, "source"),
                need(committedAt, "committedAt"),
                need(capturedAt, "capturedAt"),
                definition,
                unchecked,
                isPartial);
        Operation known = need(operation, "operation");
        if (isPartial && known != Operation.UPDATE && known != Operation.DELETE) {
            throw new IllegalArgumentException("only the row of an update or a delete may be partial");
        }
        return switch (known) {
            case SNAPSHOT, INSERT -> new ChangeEvent.Insert(origin, name(), need(key, "key"), need(after, "after"));
            case UPDATE ->
                new ChangeEvent.Update(
                        origin,
                        name(),
                        oldKey != null ? oldKey : need(key, "key"),
                        need(key, "key"),
                        need(before, "before"),
                        need(after, "after"),
                        unfollowed);
            case DELETE -> new ChangeEvent.Delete(origin, name(), need(key, "key"), need(before, "before"));
            case TRUNCATE -> new ChangeEvent.Truncate(origin, name());
            case SCHEMA_CHANGE ->
                new ChangeEvent.SchemaChange(
                        origin,
                        table == null ? null : name(),
                        new DdlStatement(need(ddl, "ddl"), canonical, session),
                        need(definitions, "definitions"),
                        new LaneRouting(lane, awaits, moved),
                        new GhostTable(ofGhost, ghost),
                        renames);
            case SNAPSHOT_COMPLETED ->
                new ChangeEvent.SnapshotCompleted(origin, need(tables, "tables"), partial, lanes);
        };
    }

    private TableName name() {
        return new TableName(need(schema, "schema"), need(table, "table"));
    }

    private static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("no field '" + field + "'");
        }
        return value;
    }
}

package io.dataflowsync.contract.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflowsync.contract.catalog.TableDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Change events as JSON, one line each, and back: the form that {@code change-event.schema.json} describes.
 *
 * <p>Thread-safe. An event that is not of this form, or of a later version, is an {@link IllegalArgumentException} that says what is
 * amiss.
 */
public final class EventCodec {
    /** The form's version; a reader refuses a higher one. */
    public static final int VERSION = 1;

    private static final int MAX_TEXT = 256 * 1024 * 1024;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(1_000)
                    .build())
            .build();
    private final ObjectMapper mapper = JsonMapper.builder(factory).build();

    /** The event as UTF-8 JSON. */
    public byte[] encode(ChangeEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setCodec(mapper);
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("id", event.id());
            json.writeStringField("operation", event.operation().word());
            TableName table = event.table();
            if (table != null) {
                json.writeStringField("schema", table.schema());
                json.writeStringField("table", table.table());
            }
            writeBody(json, event);
            writeOrigin(json, event.origin());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeBody(JsonGenerator json, ChangeEvent event) throws IOException {
        if (event instanceof ChangeEvent.RowChange change) {
            writeRow(json, "key", change.key());
            if (change instanceof ChangeEvent.Update update && update.changesKey()) {
                writeRow(json, "oldKey", update.oldKey());
            }
            if (change.before() != null) {
                writeRow(json, "before", change.before());
            }
            if (change.after() != null) {
                writeRow(json, "after", change.after());
            }
        } else if (event instanceof ChangeEvent.SchemaChange change) {
            json.writeStringField("ddl", change.ddl());
            json.writeObjectField("definitions", change.definitions());
        } else if (event instanceof ChangeEvent.SnapshotCompleted completed) {
            json.writeObjectField("tables", completed.tables());
        }
    }

    private static void writeOrigin(JsonGenerator json, EventOrigin origin) throws IOException {
        SourcePosition position = origin.position();
        json.writeObjectFieldStart("source");
        json.writeStringField("file", position.file());
        json.writeNumberField("position", position.position());
        json.writeNumberField("row", position.row());
        if (position.gtid() != null) {
            json.writeStringField("gtid", position.gtid());
        }
        if (position.snapshot() != null) {
            json.writeStringField("snapshot", position.snapshot());
        }
        json.writeEndObject();
        json.writeStringField("committedAt", origin.committedAt().toString());
        json.writeStringField("capturedAt", origin.capturedAt().toString());
    }

    private static void writeRow(JsonGenerator json, String name, Row row) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, @Nullable Object> entry : row.asMap().entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Binary binary) {
            json.writeStartObject();
            json.writeBinaryField("base64", binary.bytes());
            json.writeEndObject();
        } else if (value instanceof Geometry geometry) {
            json.writeStartObject();
            json.writeNumberField("srid", geometry.srid());
            json.writeStringField("wkb", HexFormat.of().formatHex(geometry.wkb().bytes()));
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException(
                    "no JSON form for a value of " + value.getClass().getName());
        }
    }

    /** The key of an event's record on the topic: its table and its row's key, as JSON; null where it has no table. */
    public byte @Nullable [] encodeKey(ChangeEvent event) {
        TableName table = event.table();
        if (table == null) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", table.schema());
            json.writeStringField("table", table.table());
            if (event instanceof ChangeEvent.RowChange change) {
                writeRow(json, "key", change.key());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The event of this JSON.
     *
     * @throws IllegalArgumentException where it is none
     */
    public ChangeEvent decode(byte[] json) {
        try (JsonParser parser = factory.createParser(json)) {
            parser.setCodec(mapper);
            return read(parser).toEvent();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a change event: " + e.getMessage(), e);
        }
    }

    private Fields read(JsonParser parser) throws IOException {
        Fields fields = new Fields();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not a change event: no JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "version" -> fields.version = parser.getIntValue();
                case "id" -> fields.id = parser.getText();
                case "operation" -> fields.operation = Operation.ofWord(parser.getText());
                case "schema" -> fields.schema = parser.getText();
                case "table" -> fields.table = parser.getText();
                case "key" -> fields.key = readRow(parser);
                case "oldKey" -> fields.oldKey = readRow(parser);
                case "before" -> fields.before = readRow(parser);
                case "after" -> fields.after = readRow(parser);
                case "ddl" -> fields.ddl = parser.getText();
                case "definitions" -> fields.definitions = List.of(mapper.readValue(parser, TableDefinition[].class));
                case "tables" -> fields.tables = List.of(mapper.readValue(parser, TableName[].class));
                case "source" -> fields.position = readPosition(parser.readValueAsTree());
                case "committedAt" -> fields.committedAt = Instant.parse(parser.getText());
                case "capturedAt" -> fields.capturedAt = Instant.parse(parser.getText());
                default -> parser.skipChildren();
            }
        }
        return fields;
    }

    private static SourcePosition readPosition(JsonNode node) {
        return new SourcePosition(
                node.path("file").asText(),
                node.path("position").asLong(),
                node.path("row").asInt(),
                node.path("gtid").textValue(),
                node.path("snapshot").textValue());
    }

    private static Row readRow(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            values.put(column, readValue(parser, parser.nextToken()));
        }
        return Row.of(values);
    }

    private static @Nullable Object readValue(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_NULL:
                return null;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            case START_OBJECT:
                return readStructured(parser);
            default:
                throw new IllegalArgumentException("not a column's value: " + token);
        }
    }

    private static Object readStructured(JsonParser parser) throws IOException {
        byte @Nullable [] base64 = null;
        byte @Nullable [] wkb = null;
        int srid = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "base64" -> base64 = parser.getBinaryValue();
                case "wkb" -> wkb = HexFormat.of().parseHex(parser.getText());
                case "srid" -> srid = parser.getIntValue();
                default -> throw new IllegalArgumentException("not a column's value: a field '" + name + "'");
            }
        }
        if (base64 != null) {
            return new Binary(base64);
        }
        if (wkb != null) {
            return new Geometry(srid, new Binary(wkb));
        }
        throw new IllegalArgumentException("not a column's value: neither 'base64' nor 'wkb'");
    }

    /** What has been read so far of one event. */
    private static final class Fields {
        private int version;
        private @Nullable String id;
        private @Nullable Operation operation;
        private @Nullable String schema;
        private @Nullable String table;
        private @Nullable Row key;
        private @Nullable Row oldKey;
        private @Nullable Row before;
        private @Nullable Row after;
        private @Nullable String ddl;
        private List<TableDefinition> definitions = List.of();
        private List<TableName> tables = List.of();
        private @Nullable SourcePosition position;
        private @Nullable Instant committedAt;
        private @Nullable Instant capturedAt;

        ChangeEvent toEvent() {
            if (version < 1 || version > VERSION) {
                throw new IllegalArgumentException(
                        "a change event of version " + version + ": this reader knows 1 to " + VERSION);
            }
            EventOrigin origin = new EventOrigin(
                    need(id, "id"),
                    need(position, "source"),
                    need(committedAt, "committedAt"),
                    need(capturedAt, "capturedAt"));
            return switch (need(operation, "operation")) {
                case SNAPSHOT, INSERT -> new ChangeEvent.Insert(origin, name(), need(key, "key"), need(after, "after"));
                case UPDATE ->
                    new ChangeEvent.Update(
                            origin,
                            name(),
                            oldKey != null ? oldKey : need(key, "key"),
                            need(key, "key"),
                            need(before, "before"),
                            need(after, "after"));
                case DELETE -> new ChangeEvent.Delete(origin, name(), need(key, "key"), need(before, "before"));
                case TRUNCATE -> new ChangeEvent.Truncate(origin, name());
                case SCHEMA_CHANGE ->
                    new ChangeEvent.SchemaChange(
                            origin, table == null ? null : name(), need(ddl, "ddl"), new ArrayList<>(definitions));
                case SNAPSHOT_COMPLETED -> new ChangeEvent.SnapshotCompleted(origin, tables);
            };
        }

        private TableName name() {
            return new TableName(need(schema, "schema"), need(table, "table"));
        }

        private static <T> T need(@Nullable T value, String field) {
            if (value == null) {
                throw new IllegalArgumentException("not a change event: no field '" + field + "'");
            }
            return value;
        }
    }
}

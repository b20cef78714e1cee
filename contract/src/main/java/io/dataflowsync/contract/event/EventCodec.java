package io.dataflowsync.contract.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflowsync.contract.table.TableName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Encodes change events as JSON, one line each, and decodes them. {@code change-event.schema.json} describes the form.
 *
 * <p>Thread-safe. For an event of another form or of a later version it throws an {@link IllegalArgumentException} that says what is wrong.
 */
public final class EventCodec {
    /** The version of the form. A reader refuses a higher one. */
    public static final int VERSION = 2;

    /** The version of an event that readers of the first version understand, too. */
    static final int FIRST_VERSION = 1;

    static final String PARTIAL = "partial";

    static final String FOREIGN_KEYS = "foreign-keys";
    static final String UNIQUE_KEYS = "unique-keys";

    private static final int MAX_TEXT = 256 * 1024 * 1024;

    /** Keeps no buffers in thread-locals: in a thread with many thread-locals, the look-up of one more takes as long as reading a field. */
    private final JsonFactory factory = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private final ObjectMapper mapper = JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The encoders of rows, one for each thread. */
    private final ThreadLocal<RowLine> lines = ThreadLocal.withInitial(RowLine::new);

    /** The columns that were seen while decoding; see {@link RowJson}. */
    private final ColumnCache seen = new ColumnCache();

    /** Encodes an event as UTF-8 JSON. */
    public byte[] encode(ChangeEvent event) {
        return event instanceof ChangeEvent.RowChange change ? lines.get().encode(change) : encodeOther(event);
    }

    private byte[] encodeOther(ChangeEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setCodec(mapper);
            json.writeStartObject();
            json.writeNumberField("version", FIRST_VERSION);
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
        if (event instanceof ChangeEvent.SchemaChange change) {
            json.writeStringField("ddl", change.ddl());
            if (change.statement().canonical() != null) {
                json.writeStringField("canonical", change.statement().canonical());
            }
            json.writeObjectField("definitions", change.definitions());
            json.writeNumberField("lane", change.routing().lane());
            if (change.routing().awaits() > 0) {
                json.writeNumberField("awaits", change.routing().awaits());
            }
            if (change.ghost().isSubject()) {
                json.writeBooleanField("ofGhost", true);
            }
            if (!change.ghost().statements().isEmpty()) {
                json.writeObjectField("ghost", change.ghost().statements());
            }
            if (change.statement().session() != null) {
                json.writeObjectField("session", change.statement().session());
            }
            if (!change.routing().moved().isEmpty()) {
                json.writeObjectField("moved", change.routing().moved());
            }
            if (!change.renames().isEmpty()) {
                json.writeObjectField("renames", change.renames());
            }
        } else if (event instanceof ChangeEvent.SnapshotCompleted completed) {
            json.writeObjectField("tables", completed.tables());
            if (!completed.partial().isEmpty()) {
                json.writeObjectField("partial", completed.partial());
            }
            if (!completed.lanes().isEmpty()) {
                json.writeObjectField("lanes", completed.lanes());
            }
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
        if (origin.definition() != null) {
            json.writeStringField("definition", origin.definition().toString());
        }
        writeUnchecked(json, origin.unchecked());
    }

    private static void writeUnchecked(JsonGenerator json, Unchecked unchecked) throws IOException {
        if (!unchecked.equals(Unchecked.NOTHING)) {
            json.writeArrayFieldStart("unchecked");
            if (unchecked.foreignKeys()) {
                json.writeString(FOREIGN_KEYS);
            }
            if (unchecked.uniqueKeys()) {
                json.writeString(UNIQUE_KEYS);
            }
            json.writeEndArray();
        }
    }

    /** Encodes the key of the event's record on the topic: its table and its row's key, as JSON; null if it has no table. */
    public byte @Nullable [] encodeKey(ChangeEvent event) {
        TableName table = event.table();
        if (table == null) {
            return null;
        }
        if (event instanceof ChangeEvent.RowChange change) {
            return lines.get().encodeKey(change);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", table.schema());
            json.writeStringField("table", table.table());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Decodes an event.
     *
     * @throws IllegalArgumentException if the JSON is not an event
     */
    public ChangeEvent decode(byte[] json) {
        try (JsonParser parser = factory.createParser(json)) {
            parser.setCodec(mapper);
            return new JsonEventReader(parser, mapper, seen).read();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a change event: " + e.getOriginalMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a change event: " + e.getMessage(), e);
        }
    }
}

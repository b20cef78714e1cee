package io.dataflowsync.cdc.capture.position;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place in the source from which the engine can read on, in the engine's own terms.
 *
 * @param values what the engine put there: {@code file}, {@code pos} …
 */
public record SourceOffset(Map<String, ?> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The offset in this JSON. */
    public static SourceOffset ofJson(String json) {
        try {
            return new SourceOffset(JSON.readerForMapOf(Object.class).readValue(json));
        } catch (IOException e) {
            throw new UncheckedIOException("not a source offset: " + json, e);
        }
    }

    /** The form that is stored, and that the engine's converter reads; always the same for the same place. */
    public String json() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a snapshot had not come to its end here, so that the engine would begin it anew. */
    public boolean inSnapshot() {
        return values.get("snapshot") != null;
    }

    /** The place in the stream; empty within a snapshot. */
    public Optional<BinlogPosition> streamed() {
        return inSnapshot() ? Optional.empty() : Optional.of(place());
    }

    /** Whether it lists the transactions that were read, besides its place. */
    public boolean hasTransactions() {
        return values.get("gtids") != null;
    }

    /** The same place alone. */
    public SourceOffset withoutTransactions() {
        Map<String, Object> rest = new TreeMap<>(values);
        rest.remove("gtids");
        return new SourceOffset(rest);
    }

    /** The place alone. */
    public BinlogPosition place() {
        return new BinlogPosition(file(), position());
    }

    /**
     * The last place of the stream of which nothing is to come any more.
     *
     * @param lastEvent the id of the event that was published last; one of a snapshot tells nothing of the stream
     */
    public Optional<SourcePosition> passed(String lastEvent) {
        return SourcePosition.ofEventId(lastEvent)
                .or(() -> inSnapshot() || position() == 0
                        ? Optional.empty()
                        : Optional.of(new SourcePosition(file(), position() - 1, Integer.MAX_VALUE, null, null)));
    }

    public String file() {
        return String.valueOf(values.get("file"));
    }

    public long position() {
        return values.get("pos") instanceof Number number ? number.longValue() : 0;
    }
}

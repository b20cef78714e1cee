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
 * @param values the engine's values: {@code file}, {@code pos} …
 */
public record SourceOffset(Map<String, ?> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The offset of this JSON. */
    public static SourceOffset ofJson(String json) {
        try {
            return new SourceOffset(JSON.readerForMapOf(Object.class).readValue(json));
        } catch (IOException e) {
            throw new UncheckedIOException("not a source offset: " + json, e);
        }
    }

    /** The form that is stored, and that the engine's converter reads. It is always the same for the same place. */
    public String json() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a snapshot had not ended at this offset, so that the engine would begin it again. */
    public boolean inSnapshot() {
        return values.get("snapshot") != null;
    }

    /** The place in the stream; empty within a snapshot. */
    public Optional<BinlogPosition> streamed() {
        return inSnapshot() ? Optional.empty() : Optional.of(place());
    }

    /** Whether it lists the transactions that were read, in addition to its place. */
    public boolean hasTransactions() {
        return values.get("gtids") != null;
    }

    /** The same place, without the list of transactions. */
    public SourceOffset withoutTransactions() {
        Map<String, Object> rest = new TreeMap<>(values);
        rest.remove("gtids");
        return new SourceOffset(rest);
    }

    /** Only the place. */
    public BinlogPosition place() {
        return new BinlogPosition(file(), position());
    }

    /**
     * The last place of the stream up to which every event was published.
     *
     * @param lastEvent the id of the event that was published last; that of a snapshot says nothing about the stream
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

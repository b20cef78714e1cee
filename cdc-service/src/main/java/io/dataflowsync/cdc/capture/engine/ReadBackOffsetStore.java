package io.dataflowsync.cdc.capture.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine its offset, and ignores the offsets that the engine wants to store: the publisher writes the offset, in the
 * transaction of the events. There is one source, so every requested key is its key.
 */
public final class ReadBackOffsetStore implements OffsetBackingStore {
    /** The engine's setting that holds the offset's JSON. */
    static final String OFFSET = "offset.storage.read.back";

    private @Nullable String offset;

    @Override
    public void configure(WorkerConfig config) {
        offset = config.originalsStrings().get(OFFSET);
    }

    @Override
    public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
        Map<ByteBuffer, ByteBuffer> values = new HashMap<>();
        String json = offset;
        if (json != null) {
            keys.forEach(key -> values.put(key, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8))));
        }
        return CompletableFuture.completedFuture(values);
    }

    @Override
    public Future<Void> set(Map<ByteBuffer, ByteBuffer> values, Callback<Void> callback) {
        callback.onCompletion(null, null);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}

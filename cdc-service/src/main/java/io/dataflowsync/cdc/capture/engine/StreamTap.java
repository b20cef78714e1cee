package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.dataflowsync.contract.table.TableName;
import io.debezium.relational.Table;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads each event of the engine's binlog stream before the engine does. The engine's task finds it by an id in its settings. */
public interface StreamTap {
    /**
     * Registers itself as the client's first listener.
     *
     * @throws IllegalStateException if the stream may have begun already
     */
    void registerAt(BinaryLogClient client);

    /** @param failed whether the engine has failed, so that it ignores later events */
    void engineFails(BooleanSupplier failed);

    /** @param known finds the definition with which the engine decodes the rows of a table; null if it knows no such table */
    void engineDecodesWith(Function<TableName, @Nullable Table> known);

    /** The taps that an engine may look up. */
    final class Registry {
        private static final Map<String, StreamTap> OPEN = new ConcurrentHashMap<>();

        private Registry() {}

        /** @return the id for the setting {@link GuardedConnector#TAP} */
        public static String add(StreamTap tap) {
            String id = UUID.randomUUID().toString();
            OPEN.put(id, tap);
            return id;
        }

        public static void remove(String id) {
            OPEN.remove(id);
        }

        static Optional<StreamTap> find(String id) {
            return Optional.ofNullable(OPEN.get(id));
        }
    }
}

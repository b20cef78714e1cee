package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.capture.value.BinlogClients;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.preflight.PreparedXa;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the state of the source's binlog from its server. */
public final class SourceBinlogReader implements SourceBinlog {
    private static final long PATIENCE_MILLIS = 10_000;
    /** The position after the four bytes that identify the kind of the file. */
    private static final long START = 4;

    private final SourceConfig source;

    public SourceBinlogReader(SourceConfig source) {
        this.source = source;
    }

    @Override
    public Files files() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            String uuid = Jdbc.first(connection, "SELECT @@global.server_uuid", row -> row.getString(1))
                    .orElseThrow();
            List<String> names = Jdbc.query(connection, "SHOW BINARY LOGS", row -> row.getString(1));
            if (names.isEmpty()) {
                throw new SQLException("the source writes no binlog: start it with log_bin");
            }
            return new Files(uuid, List.copyOf(names));
        }
    }

    @Override
    public int preparedXa() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return PreparedXa.count(connection);
        }
    }

    @Override
    public Instant began(String file) throws IOException {
        BinaryLogClient client = BinlogClients.from(source, new BinlogPosition(file, START), BinlogClients.frame());
        FirstEvent first = new FirstEvent();
        client.registerEventListener(first);
        client.registerLifecycleListener(first);
        try {
            client.connect(PATIENCE_MILLIS);
            return first.time.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the source does not say when its binlog file " + file + " was begun", e);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the source's binlog file " + file + " cannot be read: " + FailureClassifier.line(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the binlog file " + file + " is looked at", e);
        } finally {
            client.disconnect();
        }
    }

    /** Waits for the first event of a file. */
    private static final class FirstEvent extends BinaryLogClient.AbstractLifecycleListener
            implements BinaryLogClient.EventListener {
        private final CompletableFuture<Instant> time = new CompletableFuture<>();

        @Override
        public void onEvent(Event event) {
            if (event.getHeader().getEventType() == EventType.FORMAT_DESCRIPTION) {
                time.complete(BinlogTap.time(event));
            }
        }

        @Override
        public void onCommunicationFailure(BinaryLogClient client, Exception e) {
            time.completeExceptionally(e);
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient client, Exception e) {
            time.completeExceptionally(e);
        }

        @Override
        public void onDisconnect(BinaryLogClient client) {
            time.completeExceptionally(new IOException("the source ended the connection"));
        }
    }
}

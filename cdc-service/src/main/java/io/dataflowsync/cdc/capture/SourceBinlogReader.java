package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventHeaderV4Deserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.FormatDescriptionEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.NullEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.RotateEventDataDeserializer;
import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the source's server for its binlog. */
public final class SourceBinlogReader implements SourceBinlog {
    private static final long PATIENCE_MILLIS = 10_000;
    /** Behind the four bytes that say what kind of file it is. */
    private static final long START = 4;

    /** A server from 8.0 on tells only those who have XA_RECOVER_ADMIN. */
    private static final int XA_RECOVER_DENIED = 1401;

    private final SourceConfig source;

    public SourceBinlogReader(SourceConfig source) {
        this.source = source;
    }

    @Override
    public Files files() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect();
                Statement statement = connection.createStatement()) {
            String uuid;
            try (ResultSet row = statement.executeQuery("SELECT @@global.server_uuid")) {
                row.next();
                uuid = row.getString(1);
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SHOW BINARY LOGS")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            if (names.isEmpty()) {
                throw new SQLException("the source writes no binlog: start it with log_bin");
            }
            return new Files(uuid, List.copyOf(names));
        }
    }

    @Override
    public int preparedXa() throws SQLException {
        int prepared = 0;
        try (Connection connection = JdbcUrl.source(source).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("XA RECOVER")) {
            while (rows.next()) {
                prepared++;
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != XA_RECOVER_DENIED) {
                throw e;
            }
        }
        return prepared;
    }

    @Override
    public Instant began(String file) throws IOException {
        BinaryLogClient client = new BinaryLogClient(
                source.host(), source.port(), source.user(), source.password().value());
        client.setBinlogFilename(file);
        client.setBinlogPosition(START);
        client.setBlocking(false);
        client.setKeepAlive(false);
        client.setEventDeserializer(namesAndBeginningsOnly());
        FirstEvent first = new FirstEvent();
        client.registerEventListener(first);
        client.registerLifecycleListener(first);
        try {
            client.connect(PATIENCE_MILLIS);
            return first.time.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the source does not say when its binlog file " + file + " was begun", e);
        } catch (ExecutionException e) {
            throw new IOException("the source's binlog file " + file + " cannot be read: " + Trouble.line(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the binlog file " + file + " is looked at", e);
        } finally {
            client.disconnect();
        }
    }

    private static EventDeserializer namesAndBeginningsOnly() {
        EventDeserializer deserializer =
                new EventDeserializer(new EventHeaderV4Deserializer(), new NullEventDataDeserializer());
        deserializer.setEventDataDeserializer(
                EventType.FORMAT_DESCRIPTION, new FormatDescriptionEventDataDeserializer());
        deserializer.setEventDataDeserializer(EventType.ROTATE, new RotateEventDataDeserializer());
        return deserializer;
    }

    /** Waits for the event that the file begins with. */
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
            time.completeExceptionally(new IOException("the source ended the reading"));
        }
    }
}

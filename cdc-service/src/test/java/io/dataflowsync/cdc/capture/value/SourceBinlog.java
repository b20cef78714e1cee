package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.EventDataWrapper;
import io.dataflowsync.cdc.capture.engine.LiteralRows;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** A reader of a source's binlog from where it is now on, with this project's deserializers and without an engine. */
public final class SourceBinlog implements AutoCloseable {
    private final BinaryLogClient client;
    private final List<EventData> events = new CopyOnWriteArrayList<>();

    public SourceBinlog(MySql57 source) throws IOException, TimeoutException {
        client = new BinaryLogClient("127.0.0.1", source.port(), Engine.USER, Engine.PASSWORD);
        client.setServerId(4711);
        LiteralRows rows = new LiteralRows();
        client.registerLifecycleListener(new BinaryLogClient.AbstractLifecycleListener() {
            @Override
            public void onConnect(BinaryLogClient connected) {
                rows.readFor(connected);
            }
        });
        client.registerEventListener(event -> take(rows, event));
        client.connect(10_000);
    }

    private void take(LiteralRows rows, Event event) {
        rows.see(event);
        EventData data = EventDataWrapper.internal(event.getData());
        if (data != null) {
            events.add(data);
        }
    }

    /** Waits for that many events of a kind, and returns all there are by then. */
    public <T> List<T> await(Class<T> kind, int count) {
        Awaitility.await("events of the binlog").atMost(Duration.ofSeconds(20)).until(() -> of(kind).size() >= count);
        return of(kind);
    }

    private <T> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() throws IOException {
        client.disconnect();
    }
}

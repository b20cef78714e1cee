package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.pipeline.DataChangeEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The queue between the thread that reads the source and the one that takes its records. The engine itself lets a batch that is not
 * full wait for its poll interval; here records are taken as soon as their transaction has come to its end.
 */
final class EngineQueue implements BinaryLogClient.EventListener {
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(50);

    private final Object queue;
    private final int most;
    private final Lock lock;
    private final Condition filled;
    private final Condition emptied;
    private final Method drain;
    private final Field failure;

    /**
     * @param task one that has started
     * @param most records at once
     * @throws ReflectiveOperationException where an engine of another version keeps its queue elsewhere
     */
    EngineQueue(MySqlConnectorTask task, int most) throws ReflectiveOperationException {
        this.queue = EngineFields.read(MySqlConnectorTask.class, "queue", task);
        this.most = most;
        this.lock = (Lock) EngineFields.read(ChangeEventQueue.class, "lock", queue);
        this.filled = (Condition) EngineFields.read(ChangeEventQueue.class, "isFull", queue);
        this.emptied = (Condition) EngineFields.read(ChangeEventQueue.class, "isNotFull", queue);
        this.failure = EngineFields.find(ChangeEventQueue.class, "producerException");
        this.drain = ChangeEventQueue.class.getDeclaredMethod("drainRecords", List.class, int.class);
        drain.setAccessible(true);
    }

    /**
     * What is there; nothing where nothing comes for a moment.
     *
     * @throws RuntimeException what the reading failed at
     */
    List<SourceRecord> poll() throws InterruptedException {
        List<DataChangeEvent> events = new ArrayList<>();
        lock.lockInterruptibly();
        try {
            drainTo(events);
            if (events.isEmpty()) {
                filled.awaitNanos(LONGEST_WAIT);
                drainTo(events);
            }
            emptied.signalAll();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine's queue cannot be drained", e);
        } finally {
            lock.unlock();
        }
        List<SourceRecord> records = new ArrayList<>(events.size());
        events.forEach(event -> records.add(event.getRecord()));
        return records;
    }

    private void drainTo(List<DataChangeEvent> events) throws ReflectiveOperationException {
        if (failure.get(queue) instanceof RuntimeException failed) {
            throw failed;
        }
        drain.invoke(queue, events, most);
    }

    /** An event that the engine has read. */
    @Override
    public void onEvent(Event event) {
        if (!isWithinTransaction(event.getHeader().getEventType())) {
            lock.lock();
            try {
                filled.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static boolean isWithinTransaction(EventType type) {
        return EventType.isRowMutation(type)
                || type == EventType.TABLE_MAP
                || type == EventType.GTID
                || type == EventType.ANONYMOUS_GTID
                || type == EventType.ROWS_QUERY;
    }
}

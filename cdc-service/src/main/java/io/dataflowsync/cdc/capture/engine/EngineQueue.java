package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.pipeline.DataChangeEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from the engine's queue as soon as their transaction has ended. The queue is between the thread that reads the source and
 * the thread that takes the records.
 *
 * <p>The engine itself lets a batch that is not full wait for its poll interval.
 */
final class EngineQueue implements BinaryLogClient.EventListener {
    /**
     * Records that follow within this time are taken together: each batch is a transaction of the log, of the broker and of the target,
     * and several records cost hardly more than one.
     */
    private static final long GATHERED = TimeUnit.MILLISECONDS.toNanos(12);

    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(50);

    private final Object queue;
    private final int most;
    private final Lock lock;
    private final Condition filled;
    private final Condition emptied;
    private final Method drain;
    private final Field failure;
    /** The time when records were last taken; for the thread that takes them. */
    private long takenNanos = System.nanoTime();
    /** Whether the source has begun a transaction and not ended it, as far as the binlog is read. */
    private boolean inTransaction;
    /** Whether rows of that transaction may be in the queue; set before they are. */
    private boolean inRows;
    /** The last record taken: the next event shows whether it ends its transaction. */
    private @Nullable DataChangeEvent kept;

    /**
     * @param task a task that has started
     * @param most the largest number of records at once
     */
    EngineQueue(MySqlConnectorTask task, int most) {
        this.queue = EngineMember.TASK_QUEUE.read(task);
        this.most = most;
        this.lock = (Lock) EngineMember.QUEUE_LOCK.read(queue);
        this.filled = (Condition) EngineMember.QUEUE_IS_FULL.read(queue);
        this.emptied = (Condition) EngineMember.QUEUE_IS_NOT_FULL.read(queue);
        this.failure = EngineMember.QUEUE_FAILURE.find();
        this.drain = EngineMember.drainRecords();
    }

    /**
     * The records in the queue; empty if none comes for a moment. The last record of a transaction is returned when the transaction has
     * ended, and is marked so; see {@link TransactionEnd}.
     *
     * @throws RuntimeException the failure of the reading thread
     */
    List<SourceRecord> poll() throws InterruptedException {
        gather();
        List<DataChangeEvent> events = new ArrayList<>();
        boolean ended;
        lock.lockInterruptibly();
        try {
            ended = drainTo(events);
            if (events.isEmpty() && !(ended && kept != null)) {
                filled.awaitNanos(LONGEST_WAIT);
                ended = drainTo(events);
            }
            emptied.signalAll();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine's queue cannot be drained", e);
        } finally {
            lock.unlock();
        }
        List<SourceRecord> records = records(events, ended);
        takenNanos = records.isEmpty() ? takenNanos : System.nanoTime();
        return records;
    }

    /** Whether the reading thread has failed: no later record is delivered. */
    boolean hasFailed() {
        try {
            return failure.get(queue) != null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine's queue cannot be asked", e);
        }
    }

    private void gather() {
        long rest = GATHERED - (System.nanoTime() - takenNanos);
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
    }

    private List<SourceRecord> records(List<DataChangeEvent> events, boolean ended) {
        List<SourceRecord> records = new ArrayList<>(events.size() + 1);
        if (kept != null && (ended || !events.isEmpty())) {
            records.add(kept.getRecord());
            kept = null;
        }
        events.forEach(event -> records.add(event.getRecord()));
        if (ended && !records.isEmpty()) {
            TransactionEnd.mark(records.get(records.size() - 1));
        } else if (!events.isEmpty()) {
            kept = events.get(events.size() - 1);
            records.remove(records.size() - 1);
        }
        return records;
    }

    /** Takes the records out, and returns whether the queue is empty now and no record is of a transaction that goes on. */
    private boolean drainTo(List<DataChangeEvent> events) throws ReflectiveOperationException {
        if (failure.get(queue) instanceof RuntimeException failed) {
            throw failed;
        }
        drain.invoke(queue, events, most);
        return events.size() < most && !inRows;
    }

    /** Takes notice of an event that the engine has read. */
    @Override
    public void onEvent(Event event) {
        EventType type = event.getHeader().getEventType();
        if (type == EventType.TABLE_MAP) {
            inRows = inTransaction;
        } else if (!isWithinTransaction(type)) {
            lock.lock();
            try {
                inTransaction = isInTransaction(event);
                inRows = inRows && inTransaction;
                filled.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Whether a transaction is open after an event. A statement begins it; another statement, or the event of the storage engine that
     * took part, ends it.
     */
    private boolean isInTransaction(Event event) {
        if (event.getHeader().getEventType() != EventType.QUERY) {
            return false;
        }
        String sql = event.getData() instanceof QueryEventData query ? query.getSql() : "";
        return switch (sql) {
            case "BEGIN" -> true;
            case "COMMIT", "ROLLBACK" -> false;
            default -> inTransaction || sql.startsWith("XA START ");
        };
    }

    private static boolean isWithinTransaction(EventType type) {
        return EventType.isRowMutation(type)
                || type == EventType.GTID
                || type == EventType.ANONYMOUS_GTID
                || type == EventType.ROWS_QUERY;
    }
}

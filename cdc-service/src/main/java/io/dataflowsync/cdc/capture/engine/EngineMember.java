package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.contract.error.ErrorCode;
import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mysql.MySqlChangeEventSourceFactory;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.pipeline.meters.CommonEventMeter;
import io.debezium.pipeline.metrics.PipelineMetrics;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Names the private fields of Debezium's engine and of its binlog client that this package reads. They exist in {@link #VERSION}. If
 * another version keeps them elsewhere, capture does not start.
 */
enum EngineMember {
    CLIENT_DESERIALIZER(BinaryLogClient.class, "eventDeserializer"),
    CONNECTION_FIELD_READER(BinlogConnectorConnection.class, "fieldReader"),
    TASK_CONNECTION(MySqlConnectorTask.class, "connection"),
    TASK_SCHEMA(MySqlConnectorTask.class, "schema"),
    TASK_QUEUE(MySqlConnectorTask.class, "queue"),
    QUEUE_LOCK(ChangeEventQueue.class, "lock"),
    QUEUE_IS_FULL(ChangeEventQueue.class, "isFull"),
    QUEUE_IS_NOT_FULL(ChangeEventQueue.class, "isNotFull"),
    QUEUE_FAILURE(ChangeEventQueue.class, "producerException"),
    COORDINATOR_SOURCES(ChangeEventSourceCoordinator.class, "changeEventSourceFactory"),
    COORDINATOR_SNAPSHOT_METRICS(ChangeEventSourceCoordinator.class, "snapshotMetrics"),
    COORDINATOR_STREAMING_METRICS(ChangeEventSourceCoordinator.class, "streamingMetrics"),
    SOURCES_CLIENT(MySqlChangeEventSourceFactory.class, "binaryLogClient"),
    METRICS_METER(PipelineMetrics.class, "commonEventMeter"),
    METER_METADATA(CommonEventMeter.class, "metadataProvider");

    /** The version of Debezium in which all of them were last found. */
    static final String VERSION = "3.6.1.Final";

    private final Class<?> owner;
    private final String field;

    EngineMember(Class<?> owner, String field) {
        this.owner = owner;
        this.field = field;
    }

    /** @throws CannotGoOnException if the engine has no such field */
    Field find() {
        try {
            Field found = owner.getDeclaredField(field);
            found.setAccessible(true);
            return found;
        } catch (NoSuchFieldException e) {
            throw missing(owner.getName() + "." + field, e);
        }
    }

    Object read(Object object) {
        try {
            return find().get(object);
        } catch (IllegalAccessException e) {
            throw missing(owner.getName() + "." + field, e);
        }
    }

    void write(Object object, Object value) {
        try {
            find().set(object, value);
        } catch (IllegalAccessException e) {
            throw missing(owner.getName() + "." + field, e);
        }
    }

    /** The only private method that is used: {@code ChangeEventQueue.drainRecords(List, int)}. */
    static Method drainRecords() {
        try {
            Method drain = ChangeEventQueue.class.getDeclaredMethod("drainRecords", List.class, int.class);
            drain.setAccessible(true);
            return drain;
        } catch (NoSuchMethodException e) {
            throw missing(ChangeEventQueue.class.getName() + ".drainRecords", e);
        }
    }

    private static CannotGoOnException missing(String member, ReflectiveOperationException cause) {
        return new CannotGoOnException(
                ErrorCode.ENGINE_VERSION,
                "Debezium has no field or method " + member + "; this build needs Debezium " + VERSION,
                cause);
    }
}

package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.debezium.config.Configuration;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import java.lang.reflect.Field;

/**
 * Puts the tap on the stream's client before that connects. The engine hands its client to nobody, so it is taken from the fields that
 * hold it; where a later engine has others, the capture does not start.
 */
public final class GuardedTask extends MySqlConnectorTask {

    @Override
    public ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> start(Configuration settings) {
        ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> coordinator = super.start(settings);
        String id = settings.getString(GuardedConnector.TAP);
        BinlogTap.find(id)
                .orElseThrow(() -> new IllegalStateException("no tap for the stream"))
                .sitOn(client(coordinator));
        return coordinator;
    }

    private static BinaryLogClient client(ChangeEventSourceCoordinator<?, ?> coordinator) {
        try {
            Object factory = read(ChangeEventSourceCoordinator.class, "changeEventSourceFactory", coordinator);
            return (BinaryLogClient) read(factory.getClass(), "binaryLogClient", factory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine keeps its binlog client elsewhere", e);
        }
    }

    private static Object read(Class<?> owner, String name, Object object) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}

package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.dataflowsync.cdc.capture.value.LiteralFields;
import io.debezium.config.Configuration;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.service.spi.ServiceRegistry;
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

    /** The engine calls this when it has its connection, and before it reads by it. */
    @Override
    protected void registerServiceProviders(ServiceRegistry registry) {
        super.registerServiceProviders(registry);
        try {
            LiteralFields.readFor((BinlogConnectorConnection) read(MySqlConnectorTask.class, "connection", this));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine keeps its connection elsewhere", e);
        }
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

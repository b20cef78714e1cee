package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.dataflowsync.contract.table.TableName;
import io.debezium.config.CommonConnectorConfig;
import io.debezium.config.Configuration;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mysql.MySqlConnectorTask;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.relational.RelationalDatabaseSchema;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.service.spi.ServiceRegistry;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Registers the tap at the stream's client before the client connects, and takes records as soon as they are there.
 *
 * <p>The engine gives no access to its client and its queue, so they are read from its private fields. If a later engine has other
 * fields, capture does not start.
 */
public final class GuardedTask extends MySqlConnectorTask {
    private volatile @Nullable EngineQueue queue;

    @Override
    public ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> start(Configuration settings) {
        ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> coordinator = super.start(settings);
        String id = settings.getString(GuardedConnector.TAP);
        StreamTap tap =
                StreamTap.Registry.find(id).orElseThrow(() -> new IllegalStateException("no tap for the stream"));
        BinaryLogClient client =
                (BinaryLogClient) EngineMember.SOURCES_CLIENT.read(EngineMember.COORDINATOR_SOURCES.read(coordinator));
        tap.registerAt(client);
        EngineQueue found = new EngineQueue(this, settings.getInteger(CommonConnectorConfig.MAX_BATCH_SIZE));
        client.registerEventListener(found);
        queue = found;
        tap.engineFails(found::hasFailed);
        tap.engineDecodesWith(tables());
        Summaries.leaveOut(coordinator);
        return coordinator;
    }

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        EngineQueue found = queue;
        return found == null ? super.doPoll() : found.poll();
    }

    /** The engine calls this when it has its connection, before it reads with it. */
    @Override
    protected void registerServiceProviders(ServiceRegistry registry) {
        super.registerServiceProviders(registry);
        LiteralFields.readFor((BinlogConnectorConnection) EngineMember.TASK_CONNECTION.read(this));
    }

    private Function<TableName, @Nullable Table> tables() {
        RelationalDatabaseSchema schema = (RelationalDatabaseSchema) EngineMember.TASK_SCHEMA.read(this);
        return table -> schema.tableFor(new TableId(table.schema(), null, table.table()));
    }
}

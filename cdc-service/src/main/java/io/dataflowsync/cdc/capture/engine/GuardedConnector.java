package io.dataflowsync.cdc.capture.engine;

import io.debezium.connector.mysql.MySqlConnector;
import org.apache.kafka.connect.connector.Task;

/** The engine's connector, with a {@link StreamTap} on its stream. */
public final class GuardedConnector extends MySqlConnector {
    /** The setting that names the tap. */
    public static final String TAP = "dfs.tap";

    @Override
    public Class<? extends Task> taskClass() {
        return GuardedTask.class;
    }
}

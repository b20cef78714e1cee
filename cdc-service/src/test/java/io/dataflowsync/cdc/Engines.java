package io.dataflowsync.cdc;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The servers around the service: a source, a log server and a broker. */
final class Engines implements AutoCloseable {
    private final RunDirectory run = RunDirectory.open();
    final MySql57 source = MySql57.start(run);
    final MariaDb log = MariaDb.start(run);
    final KafkaBroker broker = KafkaBroker.start(run);

    /** A server beside the source, with nothing in it. */
    MySql57 anotherSource() {
        return MySql57.start(run);
    }

    /** A pipeline of that name that captures the source's schema of the same name. */
    PipelineConfig pipeline(String project, String rest) {
        return pipeline(project, source.port(), rest);
    }

    /** The same, with the source behind another port. */
    PipelineConfig pipeline(String project, int sourcePort, String rest) {
        return Pipelines.read(text(project, sourcePort, rest));
    }

    /** The pipeline file. */
    String text(String project, int sourcePort, String rest) {
        return """
                dfs:
                  project: %s
                  source: { host: %s, port: %d, user: %s, password: %s, schemas: [%s] }
                  log: { host: %s, port: %d, user: %s, password: %s, schema: dfs_%s }
                  broker: { bootstrap-servers: "%s", partitions: 2 }
                """.formatted(
                                project,
                                source.host(),
                                sourcePort,
                                Engine.USER,
                                Engine.PASSWORD,
                                project,
                                log.host(),
                                log.port(),
                                Engine.USER,
                                Engine.PASSWORD,
                                project,
                                broker.bootstrapServers())
                + rest.indent(2);
    }

    /** The rows of a query on the log, values joined by a bar. */
    List<String> queryLog(String project, String sql) throws SQLException {
        try (Connection connection = log.connect("dfs_" + project);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    @Override
    public void close() {
        run.close();
    }
}

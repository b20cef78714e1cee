package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the four servers of a DataFlowSync pipeline. */
public record Backing(Servers servers, MariaDb log, KafkaBroker broker) {

    public static Backing start(RunDirectory run) {
        return new Backing(Servers.start(run), MariaDb.start(run), KafkaBroker.start(run));
    }

    static String logSchema(String project) {
        return "dfs_" + project;
    }

    /** @param snapshot {@code initial} or {@code never} */
    Path pipelineFile(RunDirectory run, String project, String snapshot) {
        String text = """
                dfs:
                  project: %s
                  source: { host: %s, port: %d, user: %s, password: %s, schemas: [%s] }
                  target: { host: %s, port: %d, user: %s, password: %s, schema: %s, allow-public-key-retrieval: true }
                  log: { host: %s, port: %d, user: %s, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                  snapshot: %s
                """.formatted(
                        project,
                        servers.source().host(),
                        servers.source().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        Loader.SCHEMA,
                        servers.target().host(),
                        servers.target().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        Loader.SCHEMA,
                        log.host(),
                        log.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        logSchema(project),
                        broker.bootstrapServers(),
                        snapshot);
        try {
            return Files.writeString(run.path().resolve("pipeline-" + project + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void close() {
        broker.close();
        log.close();
        servers.close();
    }
}

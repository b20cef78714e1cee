package io.dataflowsync.cdc;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pipelines for tests, from the text that people would write. */
public final class Pipelines {
    private Pipelines() {}

    /** A pipeline without servers that are there. */
    public static PipelineConfig of(String rest) {
        return of("broker.test:9092", rest);
    }

    /** The same with a broker that is there. */
    public static PipelineConfig of(String bootstrapServers, String rest) {
        return read("""
                dfs:
                  project: shop
                  source: { host: source.test, port: 3306, user: dfs, password: x, schemas: [shop] }
                  log: { host: log.test, port: 3306, user: dfs, password: x, schema: dfs_shop }
                  broker: { bootstrap-servers: "%s", partitions: 4 }
                """.formatted(bootstrapServers) + rest.indent(2));
    }

    public static PipelineConfig read(String yaml) {
        try {
            Path file = Files.createTempFile("pipeline", ".yaml");
            try {
                Files.writeString(file, yaml);
                return PipelineFile.read(file, Map.of());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

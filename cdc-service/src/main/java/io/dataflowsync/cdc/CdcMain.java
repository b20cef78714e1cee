package io.dataflowsync.cdc;

import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.config.ServerName;
import io.dataflowsync.servicekit.access.AccessSettings;
import io.dataflowsync.servicekit.settings.PipelineSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Starts the service after the pipeline file has been checked. */
@QuarkusMain
public final class CdcMain {
    private static final Set<ServerName> NEEDED = Set.of(ServerName.SOURCE, ServerName.LOG, ServerName.BROKER);

    private CdcMain() {}

    public static void main(String... args) {
        // The drivers convert times to local time. In UTC no local time is missing or ambiguous.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            Map<String, String> settings = new HashMap<>(settings(readPipeline()));
            settings.putAll(AccessSettings.of(System.getenv()).framework());
            PipelineSettings.use(settings);
        } catch (InvalidPipelineException e) {
            System.err.println(e.getMessage());
            System.exit(InvalidPipelineException.EXIT_CODE);
        }
        Quarkus.run(args);
    }

    /**
     * Reads the pipeline file, and requires the servers that this service needs.
     *
     * @throws InvalidPipelineException with every problem
     */
    static PipelineConfig readPipeline() {
        Map<String, String> environment = System.getenv();
        Path file = Path.of(environment.getOrDefault("DFS_PIPELINE", "pipeline.yaml"));
        PipelineConfig config = PipelineFile.read(file, environment, NEEDED);
        List<Problem> missing = new ArrayList<>();
        if (config.log().isEmpty()) {
            missing.add(new Problem("dfs.log", "no MariaDB for the logs", "add the section, or set DFS_LOG_HOST"));
        }
        if (config.broker().isEmpty()) {
            missing.add(new Problem("dfs.broker", "no Kafka", "add the section, or set DFS_BROKER_BOOTSTRAP_SERVERS"));
        }
        if (!missing.isEmpty()) {
            throw new InvalidPipelineException(missing);
        }
        return config;
    }

    /** The settings of the framework that come from the pipeline file. */
    private static Map<String, String> settings(PipelineConfig config) {
        return JdbcUrl.log(config.log().orElseThrow()).dataSource("log");
    }
}

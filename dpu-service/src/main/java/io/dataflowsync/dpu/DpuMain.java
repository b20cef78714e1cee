package io.dataflowsync.dpu;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.ServerName;
import io.dataflowsync.servicekit.access.AccessSettings;
import io.dataflowsync.servicekit.settings.PipelineSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Starts the service of the pipeline file that {@code DFS_PIPELINE} names. */
@QuarkusMain
public final class DpuMain {
    private static final Set<ServerName> NEEDED = Set.of(ServerName.TARGET, ServerName.LOG, ServerName.BROKER);

    private DpuMain() {}

    public static void main(String... args) {
        try {
            Map<String, String> settings = new HashMap<>(QuarkusSettings.of(readPipeline()));
            settings.putAll(AccessSettings.of(System.getenv()).framework());
            PipelineSettings.use(settings);
        } catch (InvalidPipelineException e) {
            System.err.println(e.getMessage());
            System.exit(InvalidPipelineException.EXIT_CODE);
        }
        Quarkus.run(args);
    }

    private static PipelineConfig readPipeline() {
        String file = System.getenv().getOrDefault("DFS_PIPELINE", "pipeline.yaml");
        return PipelineFile.read(Path.of(file), System.getenv(), NEEDED);
    }

    /** Provides the pipeline file as a bean. */
    @Singleton
    static final class Pipeline {
        @Produces
        @Singleton
        PipelineConfig config() {
            return readPipeline();
        }
    }
}

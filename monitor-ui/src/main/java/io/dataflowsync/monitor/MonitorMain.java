package io.dataflowsync.monitor;

import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;

/** Reads the pipeline file, then starts the monitor; exits 2 where the file is not valid. */
@QuarkusMain
public final class MonitorMain {
    private MonitorMain() {}

    public static void main(String... arguments) {
        Map<String, String> environment = System.getenv();
        try {
            Path file = Path.of(environment.getOrDefault("DFS_PIPELINE", "pipeline.yaml"));
            PipelineConfig pipeline = PipelineFile.read(file, environment);
            PipelineSettings.use(LogSettings.of(pipeline));
        } catch (InvalidPipelineException e) {
            e.problems().forEach(System.err::println);
            System.exit(InvalidPipelineException.EXIT_CODE);
        }
        Quarkus.run(arguments);
    }
}

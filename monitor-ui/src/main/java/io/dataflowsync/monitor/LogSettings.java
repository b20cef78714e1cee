package io.dataflowsync.monitor;

import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the monitor's settings from the pipeline file, under Quarkus' names. */
final class LogSettings {
    private LogSettings() {}

    /** @throws InvalidPipelineException if the file names no log, so there is nothing to show */
    static Map<String, String> of(PipelineConfig pipeline) {
        LogConfig log = pipeline.log()
                .orElseThrow(() -> new InvalidPipelineException(List.of(new Problem(
                        "dfs.log",
                        "is absent, and the monitor reads it",
                        "name a MariaDB there, or set DFS_LOG_HOST"))));
        Map<String, String> settings = new HashMap<>(JdbcUrl.logReader(log).dataSource("log"));
        settings.put("dfs.monitor.project", pipeline.project());
        return settings;
    }
}

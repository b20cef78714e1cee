package io.dataflowsync.monitor;

import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.Problem;
import java.util.List;
import java.util.Map;

/** What the monitor takes from the pipeline file, under Quarkus' names. */
final class LogSettings {
    private LogSettings() {}

    /** @throws InvalidPipelineException where the file names no log: there is nothing to show then */
    static Map<String, String> of(PipelineConfig pipeline) {
        LogConfig log = pipeline.log()
                .orElseThrow(() -> new InvalidPipelineException(List.of(new Problem(
                        "dfs.log",
                        "is absent, and the monitor reads it",
                        "name a MariaDB there, or set DFS_LOG_HOST"))));
        return Map.of(
                "dfs.monitor.project", pipeline.project(),
                "quarkus.datasource.log.jdbc.url", url(log),
                "quarkus.datasource.log.username", log.user(),
                "quarkus.datasource.log.password", log.password().value());
    }

    /** The same server as the others write to, but with short timeouts, and never creating the schema. */
    private static String url(LogConfig log) {
        String url = JdbcUrl.log(log).url();
        return url.substring(0, url.indexOf('?')) + "?sslMode=disable&connectTimeout=2000&socketTimeout=10000";
    }
}

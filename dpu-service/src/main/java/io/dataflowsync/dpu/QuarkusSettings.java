package io.dataflowsync.dpu;

import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates the pipeline file into properties of Quarkus. */
final class QuarkusSettings {
    private QuarkusSettings() {}

    /** @throws InvalidPipelineException if a server is missing that this service needs */
    static Map<String, String> of(PipelineConfig config) {
        requireServers(config);
        Map<String, String> settings = new LinkedHashMap<>();
        LogConfig log = config.log().orElseThrow();
        BrokerConfig broker = config.broker().orElseThrow();
        settings.putAll(JdbcUrl.log(log).dataSource("log"));
        config.target()
                .ifPresent(target -> settings.putAll(JdbcUrl.target(target).dataSource("target")));
        settings.put(
                "quarkus.datasource.target.active",
                String.valueOf(config.target().isPresent()));
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        String changes = "mp.messaging.incoming.changes.";
        settings.put(changes + "enabled", String.valueOf(config.target().isPresent()));
        settings.put(changes + "topic", config.changesTopic());
        settings.put(changes + "group.id", config.applyingGroup());
        settings.put(changes + "client.id", config.applyingGroup());
        String deadLetters = "mp.messaging.outgoing.dead-letters.";
        settings.put(deadLetters + "topic", config.deadLettersTopic());
        settings.put(deadLetters + "client.id", config.applyingGroup());
        return settings;
    }

    private static void requireServers(PipelineConfig config) {
        List<Problem> problems = new ArrayList<>();
        if (config.log().isEmpty()) {
            problems.add(new Problem("dfs.log", "it is missing", "name a MariaDB there, or start with './dfs run'"));
        }
        if (config.broker().isEmpty()) {
            problems.add(new Problem("dfs.broker", "it is missing", "name a Kafka there, or start with './dfs run'"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }
}

package io.dataflowsync.sandbox.demo;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Checks the servers of a pipeline file, starts nothing, and prints the findings. The exit code is 1 if a finding would keep the
 * pipeline from running.
 */
@Command(name = "check", description = "Looks at the servers that a pipeline file names, and starts nothing.")
public final class CheckCommand implements Callable<Integer> {
    private static final String LINE = "%-8s %-10s %s";

    @Parameters(paramLabel = "FILE", description = "the pipeline file")
    private Path file = Path.of("pipeline.yaml");

    private final Progress progress = Progress.to(System.out);

    @Override
    public Integer call() {
        PipelineConfig config;
        try {
            config = PipelineFile.read(file, System.getenv());
        } catch (InvalidPipelineException e) {
            System.err.println(e.getMessage());
            return InvalidPipelineException.EXIT_CODE;
        }
        List<Problem> warnings = new ArrayList<>();
        List<Problem> problems = Preflight.check(config, warnings::add);
        servers(config)
                .forEach((server, address) -> progress.line(String.format(
                        LINE,
                        server,
                        problems.stream().anyMatch(problem -> isOf(problem, server)) ? "not ready" : "ok",
                        address)));
        warnings.forEach(warning -> progress.line("warning: " + warning));
        problems.forEach(problem -> progress.line("problem: " + problem));
        return problems.isEmpty() ? 0 : 1;
    }

    /** The servers' addresses; {@code ./dfs run} starts a server that the file does not name. */
    private static Map<String, String> servers(PipelineConfig config) {
        Map<String, String> servers = new LinkedHashMap<>();
        servers.put("source", config.source().host() + ":" + config.source().port());
        servers.put(
                "target",
                config.target()
                        .map(target -> target.host() + ":" + target.port())
                        .orElse("none: changes are kept and applied nowhere"));
        servers.put(
                "log", config.log().map(log -> log.host() + ":" + log.port()).orElse("embedded"));
        servers.put(
                "broker",
                config.broker().map(broker -> broker.bootstrapServers()).orElse("embedded"));
        return servers;
    }

    private static boolean isOf(Problem problem, String server) {
        return problem.place().contains("dfs." + server + ".")
                || problem.place().startsWith("DFS_" + server.toUpperCase(Locale.ROOT) + "_");
    }
}

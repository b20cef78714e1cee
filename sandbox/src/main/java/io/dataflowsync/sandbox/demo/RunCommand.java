package io.dataflowsync.sandbox.demo;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceSet;
import io.dataflowsync.sandbox.launch.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the services of a pipeline file until Ctrl-C. */
@Command(name = "run", description = "The services against your own databases.")
public final class RunCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    @Parameters(paramLabel = "FILE", description = "the pipeline file")
    private Path file = Path.of("pipeline.yaml");

    @Option(names = "--port", description = "the monitor's port")
    private @Nullable Integer port;

    private final Progress progress = Progress.to(System.out);

    @Override
    public Integer call() {
        PipelineConfig config;
        try {
            config = PipelineFile.read(file, System.getenv());
            progress.step("looking at the servers that " + file + " names");
            List<Problem> problems = Preflight.check(config, warning -> progress.line("warning: " + warning));
            if (!problems.isEmpty()) {
                throw new InvalidPipelineException(problems);
            }
        } catch (InvalidPipelineException e) {
            System.err.println(e.getMessage());
            return InvalidPipelineException.EXIT_CODE;
        }
        try (ProjectHome home = ProjectHome.open(config.project(), System.getenv())) {
            return run(config, home);
        } catch (ProjectHome.InUse e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int run(PipelineConfig config, ProjectHome home) {
        try (RunDirectory run = RunDirectory.open()) {
            try {
                Supervisor supervisor = new Supervisor(progress::line);
                Map<String, String> settings = embedded(config, home, run, supervisor);
                ServiceSet services = ServiceSet.start(run, file, settings, monitorPort(), Child.Ending.TERMINATE);
                progress.line(
                        "\n  the monitor: " + services.get(Service.MONITOR).address());
                progress.line("  cdc-service: " + services.get(Service.CDC).address());
                progress.line("  dpu-service: " + services.get(Service.DPU).address());
                progress.line("  the topic:   " + config.changesTopic() + " on " + broker(config, settings));
                progress.line("  Ctrl-C ends all\n");
                watch(run, supervisor.with(services));
            } catch (EngineFailure | LaunchFailure e) {
                Ending.stopHereIfEnding(run);
                System.err.println(e.getMessage());
                System.err.println("the logs are in " + KeptLogs.keep(run));
            }
            return 1;
        }
    }

    private static String broker(PipelineConfig config, Map<String, String> settings) {
        return config.broker()
                .map(BrokerConfig::bootstrapServers)
                .orElseGet(() -> settings.getOrDefault("DFS_BROKER_BOOTSTRAP_SERVERS", ""));
    }

    private static void watch(RunDirectory run, Supervisor supervisor) {
        while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            Ending.stopHereIfEnding(run);
            supervisor.look();
        }
    }

    private OptionalInt monitorPort() {
        if (port != null) {
            return OptionalInt.of(port);
        }
        return FreePort.isFree(DEFAULT_PORT) ? OptionalInt.of(DEFAULT_PORT) : OptionalInt.empty();
    }

    /** Starts the servers that the file does not name, and returns the settings that name them. */
    private Map<String, String> embedded(
            PipelineConfig config, ProjectHome home, RunDirectory run, Supervisor supervisor) {
        Map<String, String> settings = new HashMap<>();
        if (config.log().isEmpty()) {
            Path data = home.path().resolve("mariadb");
            progress.step("starting MariaDB for the logs and the relationships, in " + data);
            MariaDb log = MariaDb.start(run, EngineOptions.DEFAULT.withHome(data));
            supervisor.with(log);
            settings.put("DFS_LOG_HOST", log.host());
            settings.put("DFS_LOG_PORT", String.valueOf(log.port()));
            settings.put("DFS_LOG_USER", Engine.USER);
            settings.put("DFS_LOG_PASSWORD", Engine.PASSWORD);
        }
        if (config.broker().isEmpty()) {
            Path data = home.path().resolve("kafka");
            progress.step("starting Kafka, in " + data);
            KafkaBroker broker = KafkaBroker.start(run, EngineOptions.DEFAULT.withHome(data));
            supervisor.with(broker);
            settings.put("DFS_BROKER_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        }
        progress.step("starting cdc-service, dpu-service and monitor-ui");
        return settings;
    }
}

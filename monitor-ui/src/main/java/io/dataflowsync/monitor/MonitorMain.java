package io.dataflowsync.monitor;

import io.dataflowsync.monitor.feed.ServiceClient;
import io.dataflowsync.monitor.feed.ServiceLogin;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.ServerName;
import io.dataflowsync.servicekit.access.AccessSettings;
import io.dataflowsync.servicekit.settings.PipelineSettings;
import io.dataflowsync.servicekit.watch.ServerWatch;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the pipeline file, then starts the monitor; exits 2 if the file is not valid. */
@QuarkusMain
public final class MonitorMain {
    private MonitorMain() {}

    public static void main(String... arguments) {
        try {
            Map<String, String> settings = new HashMap<>(LogSettings.of(readPipeline()));
            settings.putAll(AccessSettings.of(System.getenv()).framework());
            ServiceLogin.of(System.getenv());
            ServiceClient.check(System.getenv());
            PipelineSettings.use(settings);
        } catch (InvalidPipelineException e) {
            e.problems().forEach(System.err::println);
            System.exit(InvalidPipelineException.EXIT_CODE);
        }
        Quarkus.run(arguments);
    }

    private static PipelineConfig readPipeline() {
        Map<String, String> environment = System.getenv();
        Path file = Path.of(environment.getOrDefault("DFS_PIPELINE", "pipeline.yaml"));
        return PipelineFile.read(file, environment, Set.of(ServerName.LOG));
    }

    /** Provides the HTTP client and the sign-in for the other two services. */
    @Singleton
    static final class Login {
        @Produces
        @Singleton
        ServiceLogin login() {
            return ServiceLogin.of(System.getenv());
        }

        @Produces
        @Singleton
        ServiceClient client() {
            return ServiceClient.of(System.getenv());
        }
    }

    /** Watches the MariaDB that the pipeline file names. */
    @Singleton
    static final class LogWatch {
        @Produces
        @Singleton
        ServerWatch log() {
            return ServerWatch.log(readPipeline().log().orElseThrow());
        }
    }
}

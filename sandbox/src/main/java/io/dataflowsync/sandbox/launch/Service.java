package io.dataflowsync.sandbox.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/** The services; each constant names the module that builds the service. */
public enum Service {
    CDC("cdc-service"),
    DPU("dpu-service"),
    MONITOR("monitor-ui");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    public String module() {
        return module;
    }

    /** The jar of the service's program. */
    public Path jar() {
        Path jar = ProjectRoot.path().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure(module + " is not built: " + jar + " is missing; run ./dfs demo, or mvn package");
        }
        return jar;
    }
}

package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Copies a schema with {@code mysqldump | mysql}, as people do by hand; both programs come from the system's path. */
public final class DumpPipe {
    private final RunDirectory run;
    private final MySql57 source;
    private final MySql80 target;

    public DumpPipe(RunDirectory run, MySql57 source, MySql80 target) {
        this.run = run;
        this.source = source;
        this.target = target;
    }

    /** Copies it into a new schema of the target, {@code SCHEMA_dump}, and returns how long that took. */
    public Duration copy(String schema) throws IOException {
        String copy = schema + "_dump";
        target.execute("", "CREATE SCHEMA " + Identifiers.quoted(copy));
        List<ProcessBuilder> builders = List.of(
                program("mysqldump", source, "--single-transaction", "--skip-triggers", "--skip-tz-utc", schema),
                program("mysql", target, copy));
        File errors = run.path().resolve("mysqldump.log").toFile();
        builders.forEach(builder -> builder.redirectError(ProcessBuilder.Redirect.appendTo(errors)));
        long begun = System.nanoTime();
        for (Process process : ProcessBuilder.startPipeline(builders)) {
            int code = await(process);
            if (code != 0) {
                throw new LaunchFailure("mysqldump | mysql ended with exit code " + code + "; see " + errors);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static ProcessBuilder program(String name, Engine engine, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(name, "--no-defaults", "-h" + engine.host(), "-P" + engine.port(), "-uroot", "--skip-ssl"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}

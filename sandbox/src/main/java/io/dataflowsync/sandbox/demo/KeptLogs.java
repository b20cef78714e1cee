package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the logs of a run that went wrong after its run directory is deleted. */
public final class KeptLogs {
    private KeptLogs() {}

    /** Copies the logs to a new directory next to the run directories, and returns that directory. */
    public static Path keep(RunDirectory run) {
        Path to =
                run.path().resolveSibling("../logs/" + run.path().getFileName()).normalize();
        try {
            Files.createDirectories(to);
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(run.path(), "*.log")) {
                for (Path log : logs) {
                    Files.copy(log, to.resolve(String.valueOf(log.getFileName())), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

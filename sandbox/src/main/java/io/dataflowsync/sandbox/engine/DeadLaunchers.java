package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends what launchers left that died before they could. */
final class DeadLaunchers {
    private DeadLaunchers() {}

    /** Touches only directories that are named after a launcher that is gone, and only processes that those list. */
    static void cleanUp(Path runs) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(runs, Files::isDirectory)) {
            for (Path directory : directories) {
                LauncherName launcher =
                        LauncherName.parse(directory.getFileName().toString()).orElse(null);
                if (launcher != null && !launcher.isAlive()) {
                    if (launcher.isOfThisBoot()) {
                        killChildren(directory.resolve("children"));
                    }
                    DirectoryTree.delete(directory);
                }
            }
        }
    }

    private static void killChildren(Path lists) throws IOException {
        if (!Files.isDirectory(lists)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(lists)) {
            for (Path file : files) {
                ProcessIdentity.parse(Files.readString(file)).ifPresent(ProcessIdentity::kill);
            }
        }
    }
}

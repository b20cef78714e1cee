package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends the processes of launchers that died before they could end them. */
final class DeadLaunchers {
    private DeadLaunchers() {}

    /** Changes only directories that are named after a launcher that has ended, and ends only processes that are listed in them. */
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

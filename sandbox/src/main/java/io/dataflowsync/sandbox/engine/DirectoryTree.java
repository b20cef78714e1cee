package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Copies and deletes a directory with everything in it. */
final class DirectoryTree {
    private DirectoryTree() {}

    /**
     * Copies the directory; the copy must not exist yet. Holes in files stay holes, and blocks are shared if the file system can do
     * that.
     */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        SystemCommands.run("cp", "-a", "--reflink=auto", "--sparse=always", from.toString(), to.toString());
    }

    /** Deletes the directory; a link is deleted, not followed. Does nothing if the directory does not exist. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Manages the user's cache directory: unpacked servers, prepared data directories, and the run directories. */
final class Cache {
    private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private final Path root;

    /** Fills a new directory. */
    interface Filling {
        void fill(Path directory) throws IOException;
    }

    Cache(Path root) {
        this.root = root;
    }

    /** {@code $XDG_CACHE_HOME/dataflowsync}, or {@code ~/.cache/dataflowsync}. */
    static Cache ofUser(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return new Cache(caches.resolve("dataflowsync"));
    }

    Path root() {
        return root;
    }

    /** Returns the directory of that name, and fills it first if that has not been done yet. It is filled once; other callers wait. */
    Path directory(String name, Filling filling) {
        Path directory = root.resolve(name);
        if (!Files.isDirectory(directory)) {
            locked(name, () -> {
                if (!Files.isDirectory(directory)) {
                    fill(directory, filling);
                }
            });
        }
        return directory;
    }

    private static void fill(Path directory, Filling filling) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        DirectoryTree.delete(unfinished);
        Files.createDirectories(unfinished);
        filling.fill(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    interface Step {
        void run() throws IOException;
    }

    /** Runs the step while no other thread or process runs one under that name. */
    void locked(String name, Step step) {
        Path file = root.resolve(name + ".lock");
        synchronized (MONITORS.computeIfAbsent(file, f -> new Object())) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    step.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

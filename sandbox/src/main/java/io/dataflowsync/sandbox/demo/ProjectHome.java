package io.dataflowsync.sandbox.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Manages the directory where a project's embedded servers keep their data from one run to the next. One run at a time may use it. */
final class ProjectHome implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    /** Is thrown when another run uses the directory. */
    static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        InUse(String project, Path path) {
            super("project '" + project + "' is running already, in " + path + "; end that run first");
        }
    }

    private ProjectHome(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the directory of a project.
     *
     * @throws InUse if another run of the project uses it
     */
    static ProjectHome open(String project, Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_DATA_HOME", "");
        Path shared = named.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(named);
        Path path = shared.resolve("dataflowsync").resolve(project);
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new InUse(project, path);
            }
            return new ProjectHome(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Manages the files of one launcher's servers, and the list of its children.
 *
 * <p>Its name identifies the launcher. When the launcher has died, the next one ends the children that are left and deletes the
 * directory. {@code runs/PID-STARTTICKS-BOOT-N/children/NAME-N} contains the line of {@code /proc/PID/stat} of a child.
 */
public final class RunDirectory implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Cache cache;
    private final Path path;
    private final List<Child> children = new ArrayList<>();
    private final AtomicInteger childCount = new AtomicInteger();
    private final Thread hook;
    private volatile boolean closed;

    private RunDirectory(Cache cache, Path path) {
        this.cache = cache;
        this.path = path;
        this.hook = new Thread(this::end, "end-of-" + path.getFileName());
    }

    /**
     * Makes a new one in the user's cache, after a cleanup of what dead launchers left. It ends at {@link #close}, or else with the JVM.
     */
    public static RunDirectory open() {
        return open(Cache.ofUser(System.getenv()));
    }

    /** Makes a new one in a cache of its own. */
    public static RunDirectory open(Path cacheRoot) {
        return open(new Cache(cacheRoot));
    }

    private static RunDirectory open(Cache cache) {
        Path runs = cache.root().resolve("runs");
        String name = LauncherName.current() + "-" + COUNT.incrementAndGet();
        cache.locked("runs", () -> {
            Files.createDirectories(runs);
            DeadLaunchers.cleanUp(runs);
            Files.createDirectories(runs.resolve(name).resolve("children"));
        });
        RunDirectory run = new RunDirectory(cache, runs.resolve(name));
        Runtime.getRuntime().addShutdownHook(run.hook);
        return run;
    }

    public Path path() {
        return path;
    }

    /** Whether its children are being ended, or have been ended. */
    public boolean isEnding() {
        return closed;
    }

    Cache cache() {
        return cache;
    }

    /**
     * Starts a child.
     *
     * @param name the name of the child, and of its log, {@code NAME.log} in this directory
     * @param environment variables that are added to the launcher's
     */
    public synchronized Child start(
            String name, List<String> command, Map<String, String> environment, Child.Ending ending) {
        if (closed) {
            throw new EngineFailure("cannot start " + name + ": the launcher is ending");
        }
        Path list = path.resolve("children").resolve(name + "-" + childCount.incrementAndGet());
        Child child = Child.start(name, list, path.resolve(name + ".log"), command, environment, ending);
        children.removeIf(c -> !c.isAlive());
        children.add(child);
        return child;
    }

    /** Makes a directory in this one that no other caller has. */
    Path newDirectory(String name) {
        return path.resolve(name + "-" + childCount.incrementAndGet());
    }

    /** Ends all children, the latest first, and deletes the directory. */
    @Override
    public void close() {
        Optional.of(hook).filter(h -> Thread.currentThread() != h).ifPresent(RunDirectory::forget);
        end();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs, or has run, and ending twice does no harm.
        }
    }

    private void end() {
        closed = true;
        endChildren();
    }

    private synchronized void endChildren() {
        for (int i = children.size() - 1; i >= 0; i--) {
            children.get(i).end();
        }
        children.clear();
        try {
            DirectoryTree.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

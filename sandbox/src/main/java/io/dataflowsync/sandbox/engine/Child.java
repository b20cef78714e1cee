package io.dataflowsync.sandbox.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that belongs to a run directory. It has a session of its own, so that a Ctrl-C at the terminal reaches the launcher
 * alone, and it lists itself before it becomes the program.
 */
public final class Child {
    private static final String LIST_THEN_BECOME = "read -r line < /proc/$$/stat; echo \"$line\" > \"$0\"; exec \"$@\"";

    private final String name;
    private final Path log;
    private final Ending ending;
    private final Process process;

    /** How a child is ended when its launcher ends. */
    public enum Ending {
        /** At once: its files are of no use to anybody. */
        KILL,
        /** In good order: its files are kept. */
        TERMINATE
    }

    private Child(String name, Path log, Ending ending, Process process) {
        this.name = name;
        this.log = log;
        this.ending = ending;
        this.process = process;
    }

    /**
     * @param list the file that the child lists itself in
     * @param log where its output goes, after what is there
     * @param environment added to the launcher's
     */
    static Child start(
            String name, Path list, Path log, List<String> command, Map<String, String> environment, Ending ending) {
        List<String> line = new ArrayList<>(List.of("setsid", "sh", "-c", LIST_THEN_BECOME, list.toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(name, log, ending, builder.start());
        } catch (IOException e) {
            throw new EngineFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code; 128 + the signal where one ended it. Only once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public Path log() {
        return log;
    }

    /** Ends it at once (SIGKILL), and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofMinutes(1));
    }

    /** Stops it in its tracks (SIGSTOP) until {@link #resume}: it keeps its memory and its connections, and knows nothing of it. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** Has a JVM write what its threads do (SIGQUIT) to its log. */
    public void tellThreads() {
        signal("QUIT");
    }

    private void signal(String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            SystemCommands.run("sh", "-c", "kill -" + signal + " \"$0\"", String.valueOf(pid()));
        } catch (IOException e) {
            throw new EngineFailure("cannot send SIG" + signal + " to " + name + ": " + e.getMessage(), e);
        }
    }

    /** Asks it to end (SIGTERM) and waits; after half a minute it is killed. */
    public void stop() {
        process.destroy();
        if (!await(Duration.ofSeconds(30))) {
            kill();
        }
    }

    /** Ends it as its {@link Ending} says. */
    public void end() {
        if (ending == Ending.KILL) {
            kill();
        } else {
            stop();
        }
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The last lines of its log, a line each; empty where it wrote nothing. */
    public List<String> lastLines(int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

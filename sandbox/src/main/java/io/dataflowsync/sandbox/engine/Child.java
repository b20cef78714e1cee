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
 * Runs a process that belongs to a run directory.
 *
 * <p>The process has a session of its own, so that a Ctrl-C at the terminal reaches only the launcher. It writes itself to the list of
 * children before it becomes the program, so that no child is missing there.
 */
public final class Child {
    private static final String LIST_THEN_BECOME = "read -r line < /proc/$$/stat; echo \"$line\" > \"$0\"; exec \"$@\"";

    private final String name;
    private final Path log;
    private final Ending ending;
    private final Process process;

    /** How a child is ended when its launcher ends. */
    public enum Ending {
        /** At once: its files are not needed any more. */
        KILL,
        /** With time to end by itself: its files are kept. */
        TERMINATE
    }

    private Child(String name, Path log, Ending ending, Process process) {
        this.name = name;
        this.log = log;
        this.ending = ending;
        this.process = process;
    }

    /**
     * Starts a child.
     *
     * @param list the file where the child writes its own entry
     * @param log the file that its output is appended to
     * @param environment variables that are added to the launcher's
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

    /** The exit code, or 128 + the signal if a signal ended the process. Only after it has ended. */
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

    /** Stops it where it is (SIGSTOP) until {@link #resume}: it keeps its memory and its connections, and does not notice the pause. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it continue (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** Makes a JVM write the stacks of its threads to its log (SIGQUIT). */
    public void dumpThreads() {
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

    /** Asks it to end (SIGTERM) and waits; kills it after half a minute. */
    public void stop() {
        stop(Duration.ofSeconds(30));
    }

    /** Asks it to end (SIGTERM) and waits; kills it after that time. */
    public void stop(Duration patience) {
        process.destroy();
        if (!await(patience)) {
            kill();
        }
    }

    /** Ends it in the way that its {@link Ending} says. */
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

    /** The last lines of its log; empty if it wrote nothing. */
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

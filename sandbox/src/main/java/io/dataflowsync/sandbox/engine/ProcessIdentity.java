package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Identifies a process, and distinguishes it from a later one with the same number.
 *
 * @param pid the process number
 * @param startTicks the time of its start, in clock ticks after the boot
 */
public record ProcessIdentity(long pid, long startTicks) {

    /** The process that has that number now; empty if there is none, or if it has ended. */
    static Optional<ProcessIdentity> of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static ProcessIdentity current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Reads a line of {@code /proc/PID/stat}; empty if the line is cut short or describes a zombie. */
    static Optional<ProcessIdentity> parse(String stat) {
        int open = stat.indexOf(" (");
        int close = stat.lastIndexOf(") ");
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] rest = stat.substring(close + 2).trim().split(" ", -1);
        if (rest.length < 20 || rest[0].equals("Z") || rest[0].equals("X")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(stat.substring(0, open)), Long.parseLong(rest[19])));
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Kills the process and waits until it has ended; does nothing to another process that has its number by now. */
    void kill() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Polling.until("process " + pid + " to end", () -> !isAlive());
        }
    }
}

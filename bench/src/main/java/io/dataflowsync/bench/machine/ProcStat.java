package io.dataflowsync.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the kernel's counters, in ticks of 10 ms. */
final class ProcStat {
    static final double TICKS_PER_SECOND = 100;

    private ProcStat() {}

    /**
     * The counters of all processors together.
     *
     * @param busy the time of processes and the kernel
     * @param steal the time that the hypervisor gave to others
     */
    record Cpu(long busy, long steal) {

        /** @param line the first line of {@code /proc/stat} */
        static Cpu of(String line) {
            String[] fields = line.split("\\s+", -1);
            long busy = 0;
            for (int field : new int[] {1, 2, 3, 6, 7}) {
                busy += Long.parseLong(fields[field]);
            }
            return new Cpu(busy, Long.parseLong(fields[8]));
        }
    }

    static Cpu cpu() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return Cpu.of(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ticks of a process, with its threads; 0 if it has ended. */
    static long ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException e) {
            return 0;
        }
    }

    /** The ticks of the children of a process that have ended. */
    static long ticksOfEnded(long pid) {
        try {
            String[] fields = fields(Files.readString(Path.of("/proc/" + pid + "/stat")));
            return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param stat the {@code stat} of a process; its name may contain blanks and brackets */
    static long ticks(String stat) {
        String[] fields = fields(stat);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** The fields from the third on, which is the state. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }
}

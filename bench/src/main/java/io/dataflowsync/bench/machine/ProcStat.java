package io.dataflowsync.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's counters, in ticks of 10 ms. */
final class ProcStat {
    static final double TICKS_PER_SECOND = 100;

    private ProcStat() {}

    /**
     * Of all processors together.
     *
     * @param busy what processes and the kernel burned
     * @param steal what the hypervisor gave to others
     */
    record Cpu(long busy, long steal) {

        /** @param line the first of {@code /proc/stat} */
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

    /** What a process has burned, with its threads; 0 where it has gone. */
    static long ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the children of a process have burned that have ended. */
    static long ticksOfEnded(long pid) {
        try {
            String[] fields = fields(Files.readString(Path.of("/proc/" + pid + "/stat")));
            return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param stat of a process; its name may have blanks and brackets */
    static long ticks(String stat) {
        String[] fields = fields(stat);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** From the third on, which is the state. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }
}

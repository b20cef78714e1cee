package io.dataflowsync.bench.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the use of processors from its opening to its closing. */
public final class CpuWindow {
    private final List<Part> parts;
    private final Map<Part, Long> before = new LinkedHashMap<>();
    private final long ownBefore;
    private final ProcStat.Cpu cpuBefore;
    private final long begin;

    private CpuWindow(List<Part> parts) {
        this.parts = parts;
        parts.forEach(part -> before.put(part, ProcStat.ticks(part.pid())));
        this.ownBefore = ownTicks();
        this.cpuBefore = ProcStat.cpu();
        this.begin = System.nanoTime();
    }

    /** @param parts the processes whose share is reported one by one */
    public static CpuWindow open(List<Part> parts) {
        return new CpuWindow(parts);
    }

    /**
     * The use of processors within a window.
     *
     * @param seconds the length of the window
     * @param cpuSeconds the CPU time of each part, by its name
     * @param others the CPU time of other processes, in percent of one core
     * @param steal the CPU time that the hypervisor took, in percent of one core
     */
    public record Burnt(double seconds, Map<String, Double> cpuSeconds, double others, double steal) {

        /** The CPU time of all parts but one, in seconds. */
        public double ofAllBut(String name) {
            return cpuSeconds.entrySet().stream()
                    .filter(share -> !share.getKey().equals(name))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
    }

    public Burnt close() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        ProcStat.Cpu cpu = ProcStat.cpu();
        long own = ownTicks() - ownBefore;
        Map<String, Double> shares = new LinkedHashMap<>();
        parts.forEach(part -> shares.merge(
                part.name(),
                (ProcStat.ticks(part.pid()) - before.getOrDefault(part, 0L)) / ProcStat.TICKS_PER_SECOND,
                Double::sum));
        long others = Math.max(0, cpu.busy() - cpuBefore.busy() - own);
        return new Burnt(seconds, shares, percent(others, seconds), percent(cpu.steal() - cpuBefore.steal(), seconds));
    }

    private static double percent(long ticks, double seconds) {
        return ticks / ProcStat.TICKS_PER_SECOND / seconds * 100;
    }

    /** The ticks of this process and of all processes that it started, including those that have ended since. */
    private static long ownTicks() {
        ProcessHandle self = ProcessHandle.current();
        return ProcStat.ticks(self.pid())
                + ProcStat.ticksOfEnded(self.pid())
                + self.descendants()
                        .mapToLong(child -> ProcStat.ticks(child.pid()))
                        .sum();
    }
}

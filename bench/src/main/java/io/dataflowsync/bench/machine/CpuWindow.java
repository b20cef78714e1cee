package io.dataflowsync.bench.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time from its opening to its closing. */
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

    /** @param parts whose share is told one by one */
    public static CpuWindow open(List<Part> parts) {
        return new CpuWindow(parts);
    }

    /**
     * What happened in it.
     *
     * @param seconds how long it was
     * @param cpuSeconds what each part burned, by its name
     * @param others what strangers burned, in percent of one core
     * @param steal what the hypervisor took, in percent of one core
     */
    public record Burnt(double seconds, Map<String, Double> cpuSeconds, double others, double steal) {

        /** What the parts burned together, in seconds. */
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

    /** Of this process and all that it started, also of those that have ended since. */
    private static long ownTicks() {
        ProcessHandle self = ProcessHandle.current();
        return ProcStat.ticks(self.pid())
                + ProcStat.ticksOfEnded(self.pid())
                + self.descendants()
                        .mapToLong(child -> ProcStat.ticks(child.pid()))
                        .sum();
    }
}

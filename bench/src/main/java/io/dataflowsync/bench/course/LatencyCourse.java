package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.report.Measurements;
import io.dataflowsync.bench.scenario.BulkInserts;
import io.dataflowsync.bench.scenario.PacedInserts;
import io.dataflowsync.bench.scenario.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** W3: times from a commit at the source until the row is seen on the target, at a steady 200 transactions a second. */
public final class LatencyCourse implements Course {
    private static final int PER_SECOND = 200;
    private static final Workload TABLES = new BulkInserts("W3", "w3", 0, 1);

    private final Duration duration;
    private final List<Contender> contenders;
    private final Stopwatch stopwatch;
    private final Measurements measurements;

    public LatencyCourse(
            Duration duration, List<Contender> contenders, Stopwatch stopwatch, Measurements measurements) {
        this.duration = duration;
        this.contenders = contenders;
        this.stopwatch = stopwatch;
        this.measurements = measurements;
    }

    /** The JVM compiles code late that only 200 transactions a second call. */
    @Override
    public void warmUp() {
        contenders.forEach(contender -> run(contender, 0, duration.multipliedBy(2)));
    }

    @Override
    public void round(int number) {
        contenders.forEach(contender -> run(contender, number, duration));
    }

    private void run(Contender contender, int number, Duration time) {
        contender.wake();
        Round round = new Round(contender, TABLES, "paced_" + number);
        round.prepare();
        int rows = (int) time.toMillis() * PER_SECOND / 1000;
        PacedInserts inserts = new PacedInserts(
                contender.source(), contender.target(), round.script().tables().get(1), rows, PER_SECOND);
        Stopwatch.Subject subject = new Stopwatch.Subject(
                "W3 at 200/s, " + contender.name(),
                "ms",
                number,
                contender.parts(),
                contender.jvms(),
                contender.heaps());
        stopwatch.record(number, contender.jvms());
        stopwatch.time(subject, inserts::run, seconds -> formatted(inserts.latencies()));
        round.compare();
        contender.sleep();
        if (number > 0) {
            keep(contender.name(), inserts.latencies());
        }
    }

    private void keep(String name, double[] sorted) {
        for (int percent : new int[] {50, 95, 99}) {
            measurements.add(figure(percent, name), "ms", percentile(sorted, percent));
        }
    }

    /** The name of the figure. */
    public static String figure(int percent, String contender) {
        return "W3 p" + percent + ", " + contender;
    }

    private static String formatted(double[] sorted) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, at most %.1f ms",
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                Arrays.stream(sorted).max().orElseThrow());
    }

    /** The smallest value that at least this percentage of the values does not exceed. */
    static double percentile(double[] sorted, int percent) {
        int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, place)];
    }
}

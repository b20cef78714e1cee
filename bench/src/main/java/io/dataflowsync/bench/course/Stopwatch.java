package io.dataflowsync.bench.course;

import io.dataflowsync.bench.machine.CpuWindow;
import io.dataflowsync.bench.machine.CpuWindow.Burnt;
import io.dataflowsync.bench.machine.FlightRecorder;
import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.report.Measurements;
import io.dataflowsync.sandbox.demo.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Times a run, records what happened on the machine meanwhile, and keeps the samples. */
public final class Stopwatch {
    /** The name of this program, which only watches. */
    private static final String OWN_PART = "bench";

    private final Measurements measurements;
    private final Progress progress;
    private final Optional<FlightRecorder> recorder;

    public Stopwatch(Measurements measurements, Progress progress, Optional<FlightRecorder> recorder) {
        this.measurements = measurements;
        this.progress = progress;
        this.recorder = recorder;
    }

    /**
     * The thing that is timed.
     *
     * @param figure its name
     * @param round 0 is warming up, and not kept
     * @param parts the processes that take part
     * @param jvms the processes that a flight recorder can record
     * @param heaps the heap logs of its JVMs
     */
    record Subject(
            String figure, String unit, int round, List<Part> parts, List<Part> jvms, Map<String, HeapLog> heaps) {}

    /** Starts recordings of the running JVMs, until they have been timed. */
    void record(int round, List<Part> jvms) {
        if (round > 0) {
            recorder.ifPresent(r -> r.begin(jvms));
        }
    }

    /** @param count the number of things that the rate counts */
    void rate(Subject subject, long count, Runnable run) {
        Burnt burnt = time(subject, run, taken -> rate(count, taken) + " " + subject.unit());
        if (subject.round() > 0) {
            measurements.add(subject.figure(), subject.unit(), count / burnt.seconds());
            keepCpu(subject, count, burnt);
        }
    }

    private void keepCpu(Subject subject, long count, Burnt burnt) {
        if (!subject.parts().isEmpty()) {
            double seconds = burnt.ofAllBut(OWN_PART);
            measurements.add("CPU: " + subject.figure(), "s per 100,000", seconds * 100_000 / count);
        }
    }

    private static String rate(long count, double seconds) {
        return String.format(Locale.ROOT, "%,.0f", count / seconds);
    }

    /** Formats a result for the terminal. */
    interface ResultFormat {
        String of(double seconds);
    }

    Burnt time(Subject subject, Runnable run, ResultFormat format) {
        List<Part> recorded = subject.round() > 0 ? subject.jvms() : List.of();
        subject.heaps().values().forEach(HeapLog::begin);
        CpuWindow window = CpuWindow.open(subject.parts());
        run.run();
        Burnt burnt = window.close();
        String name = subject.figure().replaceAll("[^A-Za-z0-9]+", "-") + "-" + subject.round();
        recorder.ifPresent(r -> r.end(recorded, name));
        String round = subject.round() == 0 ? "warming up" : "round " + subject.round();
        if (subject.round() > 0) {
            measurements.add("machine: CPU burnt by others while timed", "% of a core", burnt.others());
            measurements.add("machine: CPU stolen while timed", "% of a core", burnt.steal());
        }
        progress.step(subject.figure() + ", " + round + ": " + format.of(burnt.seconds()) + " (" + formatted(burnt)
                + heaps(subject) + ")");
        return burnt;
    }

    private static String formatted(Burnt burnt) {
        String shares = burnt.cpuSeconds().entrySet().stream()
                .map(share -> String.format(Locale.ROOT, "%s %.1f", share.getKey(), share.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%.2f s; others %.0f %%, steal %.0f %%%s",
                burnt.seconds(),
                burnt.others(),
                burnt.steal(),
                shares.isEmpty() ? "" : "; CPU s: " + shares);
    }

    private String heaps(Subject subject) {
        StringBuilder text = new StringBuilder();
        subject.heaps().forEach((name, log) -> {
            HeapLog.Peak peak = log.peak();
            text.append("; heap of ")
                    .append(name)
                    .append(" up to ")
                    .append(peak.used())
                    .append(" MiB, after a collection ");
            text.append(peak.live());
        });
        if (subject.round() > 0) {
            keepHeaps(subject.figure().split(" ", 2)[0], subject.heaps());
        }
        return text.toString();
    }

    /** Keeps the peaks since each log began, of the JVMs that had a collection since. */
    void keepHeaps(String workload, Map<String, HeapLog> heaps) {
        heaps.forEach((name, log) -> {
            int used = log.peak().used();
            if (used > 0) {
                measurements.add(heapFigure(name, workload), "MiB", used);
            }
        });
    }

    /** The name of the figure. */
    public static String heapFigure(String service, String workload) {
        return "peak heap of " + service + ", " + workload;
    }
}

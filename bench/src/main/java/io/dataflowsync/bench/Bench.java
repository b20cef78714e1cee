package io.dataflowsync.bench;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.contender.DataFlowSync;
import io.dataflowsync.bench.course.Course;
import io.dataflowsync.bench.course.DrainCourse;
import io.dataflowsync.bench.course.HalvesCourse;
import io.dataflowsync.bench.course.Stopwatch;
import io.dataflowsync.bench.machine.FlightRecorder;
import io.dataflowsync.bench.report.Figure;
import io.dataflowsync.bench.report.Measurements;
import io.dataflowsync.bench.scenario.BulkInserts;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: starts what is measured, and takes it through the courses in turn. */
final class Bench {
    private final RunDirectory run;
    private final BenchOptions options;
    private final Progress progress;
    private final Measurements measurements = new Measurements();
    private final Stopwatch stopwatch;
    private final List<Contender> contenders = new ArrayList<>();

    Bench(RunDirectory run, BenchOptions options, Progress progress) throws IOException {
        this.run = run;
        this.options = options;
        this.progress = progress;
        Optional<FlightRecorder> recorder = Optional.empty();
        if (options.jfr().isPresent()) {
            recorder = Optional.of(new FlightRecorder(options.jfr().get()));
        }
        this.stopwatch = new Stopwatch(measurements, progress, recorder);
    }

    List<Figure> run() {
        progress.step("starting the servers and DataFlowSync");
        DataFlowSync pipeline = DataFlowSync.start(run);
        contenders.add(pipeline);
        pipeline.sleep();
        if (options.wants("W1")) {
            BulkInserts w1 = BulkInserts.w1(options.size(200_000, 20_000));
            take(new DrainCourse(w1, contenders, stopwatch));
            try (HalvesCourse halves = new HalvesCourse(run, w1, pipeline, stopwatch)) {
                take(halves);
            }
        }
        return measurements.figures(Goals.ALL);
    }

    private void take(Course course) {
        course.warmUp();
        for (int round = 1; round <= options.repeats(); round++) {
            course.round(round);
        }
    }
}

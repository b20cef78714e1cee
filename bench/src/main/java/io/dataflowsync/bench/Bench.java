package io.dataflowsync.bench;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.contender.DataFlowSync;
import io.dataflowsync.bench.contender.KafkaConnect;
import io.dataflowsync.bench.contender.NativeReplication;
import io.dataflowsync.bench.course.Course;
import io.dataflowsync.bench.course.DrainCourse;
import io.dataflowsync.bench.course.GrowthCourse;
import io.dataflowsync.bench.course.HalvesCourse;
import io.dataflowsync.bench.course.LatencyCourse;
import io.dataflowsync.bench.course.SnapshotCourse;
import io.dataflowsync.bench.course.Stopwatch;
import io.dataflowsync.bench.machine.FlightRecorder;
import io.dataflowsync.bench.machine.Machine;
import io.dataflowsync.bench.report.Figure;
import io.dataflowsync.bench.report.Measurements;
import io.dataflowsync.bench.scenario.BulkInserts;
import io.dataflowsync.bench.scenario.ShopTransactions;
import io.dataflowsync.bench.scenario.SmallTransactions;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one benchmark: starts the contenders, and takes them through the courses one after another. */
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

    void run() {
        progress.line(Machine.describe());
        measurements.add("machine: cores", "cores", Runtime.getRuntime().availableProcessors());
        if (options.wantsAnyBut("W5")) {
            progress.step("starting the servers and DataFlowSync");
            DataFlowSync pipeline = DataFlowSync.start(run);
            add(pipeline);
            if (options.wantsAnyBut("W5", "W6")) {
                startPeers();
            }
            bulk(pipeline);
            drainAndPace();
            growth(pipeline);
        }
        contenders.forEach(Contender::close);
        snapshot();
    }

    /** The figures that are measured so far. */
    List<Figure> figures() {
        return measurements.figures(Goals.all());
    }

    private void bulk(DataFlowSync pipeline) {
        if (options.wants("W1")) {
            BulkInserts w1 = BulkInserts.w1(options.size(200_000, 20_000));
            take(new DrainCourse(w1, contenders, stopwatch));
            try (HalvesCourse halves = new HalvesCourse(run, w1, pipeline, stopwatch)) {
                take(halves);
            }
        }
    }

    private void drainAndPace() {
        if (options.wants("W2")) {
            take(new DrainCourse(SmallTransactions.w2(options.size(50_000, 5_000)), contenders, stopwatch));
        }
        if (options.wants("W3")) {
            Duration duration = Duration.ofSeconds(options.size(60, 10));
            take(new LatencyCourse(duration, contenders, stopwatch, measurements));
        }
        if (options.wants("W4")) {
            take(new DrainCourse(new ShopTransactions(options.size(100_000, 10_000)), contenders, stopwatch));
        }
    }

    private void growth(DataFlowSync pipeline) {
        if (options.wants("W6")) {
            int transactions = options.size(50_000, 2_500);
            take(new GrowthCourse(transactions, options.size(1_000_000, 50_000), pipeline, stopwatch));
        }
    }

    private void snapshot() {
        if (options.wants("W5")) {
            progress.step("starting servers for the snapshot, and filling the source");
            try (SnapshotCourse course = new SnapshotCourse(run, options.size(1_000_000, 50_000), stopwatch)) {
                take(course);
            }
        }
    }

    private void startPeers() {
        if (!options.peers()) {
            return;
        }
        progress.step("starting native replication");
        add(NativeReplication.start(run));
        Optional<Path> sink = KafkaConnect.jars(ProjectRoot.path());
        if (sink.isPresent()) {
            progress.step("starting Debezium and its JDBC sink on Kafka Connect");
            add(KafkaConnect.start(run, sink.get()));
        } else {
            progress.line("without Debezium's JDBC sink: ./dfs bench fetches it");
        }
    }

    /** Contenders sleep until it is their turn. */
    private void add(Contender contender) {
        contenders.add(contender);
        contender.sleep();
    }

    private void take(Course course) {
        course.warmUp();
        for (int round = 1; round <= options.repeats(); round++) {
            course.round(round);
        }
    }
}

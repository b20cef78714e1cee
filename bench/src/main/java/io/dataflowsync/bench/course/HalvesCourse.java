package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.DataFlowSync;
import io.dataflowsync.bench.limit.EngineLimit;
import io.dataflowsync.bench.limit.RawInserts;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.scenario.BenchTable;
import io.dataflowsync.bench.scenario.BulkInserts;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.List;
import java.util.Map;

/** Times each service alone, and in addition the best speed of the engine under it; all have the same load. */
public final class HalvesCourse implements Course, AutoCloseable {
    public static final String CDC = "W1 cdc-service alone";
    public static final String DPU = "W1 dpu-service alone";
    public static final String ENGINE = "W1 Debezium's engine, empty consumer";
    public static final String INSERTS = "W1 raw batched inserts";

    private final BulkInserts workload;
    private final DataFlowSync pipeline;
    private final EngineLimit engine;
    private final Stopwatch stopwatch;

    public HalvesCourse(RunDirectory run, BulkInserts workload, DataFlowSync pipeline, Stopwatch stopwatch) {
        this.workload = workload;
        this.pipeline = pipeline;
        this.stopwatch = stopwatch;
        this.engine = new EngineLimit(run, pipeline.source(), pipeline.target());
        engine.child().pause();
    }

    @Override
    public void warmUp() {
        run(0, workload.times(0.5) instanceof BulkInserts half ? half : workload);
    }

    @Override
    public void round(int number) {
        run(number, workload);
    }

    private void run(int number, BulkInserts load) {
        pipeline.wake();
        engine.child().resume();
        Round round = new Round(pipeline, load, "halves_" + number);
        round.prepare();
        CdcProgress progress = new CdcProgress(pipeline);
        stopwatch.record(number, pipeline.jvms());
        engine.child().pause();
        pipeline.sleep();
        round.load();
        readOnly(number, round);
        progress.require(round.events());
        capture(number, round, progress);
        apply(number, round);
        round.compare();
        insert(number, round);
    }

    private void readOnly(int number, Round round) {
        long before = engine.count();
        List<Part> parts = List.of(
                new Part("engine", engine.child().pid()),
                new Part("source", pipeline.source().child().pid()));
        stopwatch.rate(subject(ENGINE, number, parts), round.script().count(), () -> {
            engine.child().resume();
            engine.await(before + round.events());
        });
        engine.child().pause();
    }

    private void capture(int number, Round round, CdcProgress progress) {
        Stopwatch.Subject subject = new Stopwatch.Subject(
                CDC,
                workload.unit(),
                number,
                pipeline.parts(),
                pipeline.jvms().subList(0, 1),
                Map.of("cdc-service", pipeline.heaps().get("cdc-service")));
        stopwatch.rate(subject, round.script().count(), () -> {
            pipeline.cdc().child().resume();
            progress.await(pipeline::failIfDead);
        });
        pipeline.cdc().child().pause();
    }

    private void apply(int number, Round round) {
        Stopwatch.Subject subject = new Stopwatch.Subject(
                DPU,
                workload.unit(),
                number,
                pipeline.parts(),
                pipeline.jvms().subList(1, 2),
                Map.of("dpu-service", pipeline.heaps().get("dpu-service")));
        stopwatch.rate(subject, round.script().count(), () -> {
            pipeline.dpu().child().resume();
            round.awaitLast();
        });
        pipeline.dpu().child().pause();
    }

    private void insert(int number, Round round) {
        List<BenchTable> read = round.script().tables();
        List<BenchTable> written =
                new BulkInserts("raw", "raw", 0, 1).script("_" + number).tables();
        written.forEach(table -> pipeline.target().execute(Loader.SCHEMA, table.create()));
        new RawInserts(pipeline.source(), read.get(0).name())
                .write(pipeline.target(), written.get(0).name());
        RawInserts rows = new RawInserts(pipeline.source(), read.get(1).name());
        List<Part> parts = List.of(
                new Part("client", ProcessHandle.current().pid()),
                new Part("target", pipeline.target().child().pid()));
        stopwatch.rate(
                subject(INSERTS, number, parts),
                rows.count(),
                () -> rows.write(pipeline.target(), written.get(1).name()));
    }

    private Stopwatch.Subject subject(String figure, int number, List<Part> parts) {
        return new Stopwatch.Subject(figure, workload.unit(), number, parts, List.of(), Map.of());
    }

    @Override
    public void close() {
        engine.close();
    }
}

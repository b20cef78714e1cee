package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.scenario.Workload;
import java.util.List;

/** Times how fast each contender applies the changes that were written while it was paused. */
public final class DrainCourse implements Course {
    /** The size of the warm-up, in times the size of a round. With 0.5, the first round of W1 was a third slower than the next. */
    private static final double WARM_UP = 1.5;

    private final Workload workload;
    private final List<Contender> contenders;
    private final Stopwatch stopwatch;

    public DrainCourse(Workload workload, List<Contender> contenders, Stopwatch stopwatch) {
        this.workload = workload;
        this.contenders = contenders;
        this.stopwatch = stopwatch;
    }

    /** The name of the figure. */
    public static String figure(String workload, String contender) {
        return workload + " drain, " + contender;
    }

    @Override
    public void warmUp() {
        contenders.forEach(contender -> drain(contender, workload.times(WARM_UP), 0));
    }

    @Override
    public void round(int number) {
        contenders.forEach(contender -> drain(contender, workload, number));
    }

    private void drain(Contender contender, Workload load, int number) {
        contender.wake();
        Round round = new Round(contender, load, "drain_" + number);
        round.prepare();
        stopwatch.record(number, contender.jvms());
        contender.pause();
        round.load();
        Stopwatch.Subject subject = new Stopwatch.Subject(
                figure(workload.name(), contender.name()),
                load.unit(),
                number,
                contender.parts(),
                contender.jvms(),
                contender.heaps());
        stopwatch.rate(subject, round.script().count(), () -> {
            contender.resume();
            round.awaitLast();
        });
        round.compare();
        contender.sleep();
    }
}

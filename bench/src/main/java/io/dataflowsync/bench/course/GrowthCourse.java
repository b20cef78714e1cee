package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.scenario.HugeTransaction;
import io.dataflowsync.bench.scenario.SmallTransactions;
import io.dataflowsync.bench.scenario.Workload;

/** W6: times whether a pipeline is as fast with a large lag as with a small one, and with one transaction of very many rows. */
public final class GrowthCourse implements Course {
    public static final String ONCE = "W6 W2 drain at 1×, DataFlowSync";
    public static final String SIXTEEN_TIMES = "W6 W2 drain at 16×, DataFlowSync";
    public static final String HUGE = "W6 one huge transaction, DataFlowSync";

    private final int transactions;
    private final HugeTransaction huge;
    private final Contender contender;
    private final Stopwatch stopwatch;

    /**
     * @param transactions the number of transactions of W2 at 1×
     * @param rows the number of rows of the huge transaction
     */
    public GrowthCourse(int transactions, int rows, Contender contender, Stopwatch stopwatch) {
        this.transactions = transactions;
        this.huge = new HugeTransaction(rows);
        this.contender = contender;
        this.stopwatch = stopwatch;
    }

    @Override
    public void warmUp() {
        drain(ONCE, small(1), "1_0", 0);
    }

    @Override
    public void round(int number) {
        drain(ONCE, small(1), "1_" + number, number);
        drain("W6 W2 drain at 4×, DataFlowSync", small(4), "4_" + number, number);
        drain(SIXTEEN_TIMES, small(16), "16_" + number, number);
        drain(HUGE, huge, "huge_" + number, number);
    }

    private Workload small(int times) {
        return new SmallTransactions("W6", "w6", transactions * times, SmallTransactions.ROWS_BEFORE);
    }

    private void drain(String figure, Workload workload, String tables, int number) {
        contender.wake();
        Round round = new Round(contender, workload, tables);
        round.prepare();
        stopwatch.record(number, contender.jvms());
        contender.pause();
        round.load();
        Stopwatch.Subject subject = new Stopwatch.Subject(
                figure, workload.unit(), number, contender.parts(), contender.jvms(), contender.heaps());
        stopwatch.rate(subject, round.script().count(), () -> {
            contender.resume();
            round.awaitLast();
        });
        round.compare();
        contender.sleep();
    }
}

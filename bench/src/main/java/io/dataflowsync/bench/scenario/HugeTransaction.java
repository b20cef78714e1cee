package io.dataflowsync.bench.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** W6: writes one transaction of very many rows. */
public record HugeTransaction(int rows) implements Workload {
    private static final int PER_STATEMENT = 1000;

    @Override
    public String name() {
        return "W6";
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public Workload times(double factor) {
        return new HugeTransaction((int) (rows * factor));
    }

    @Override
    public WorkloadScript script(String suffix) {
        OrderTables tables = new OrderTables("w6_huge", suffix);
        Words words = new Words(new Random(6));
        Stream<String> inserts = LongStream.range(0, (rows + PER_STATEMENT - 1) / PER_STATEMENT)
                .mapToObj(number ->
                        tables.insert(number * PER_STATEMENT + 1, Math.min(rows, (number + 1) * PER_STATEMENT), words));
        Iterator<String> statements = Stream.of(Stream.of("BEGIN"), inserts, Stream.of("COMMIT"))
                .flatMap(part -> part)
                .iterator();
        return new WorkloadScript(tables.tables(), tables.customerRows(), List.of(statements), rows, rows);
    }
}

package io.dataflowsync.bench.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * W1: writes rows in transactions of a fixed size.
 *
 * @param prefix the prefix of the table names
 * @param perTransaction the number of rows in each transaction
 */
public record BulkInserts(String name, String prefix, int rows, int perTransaction) implements Workload {
    private static final int WRITERS = 4;

    public static BulkInserts w1(int rows) {
        return new BulkInserts("W1", "w1", rows, 100);
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public Workload times(double factor) {
        return new BulkInserts(name, prefix, (int) (rows * factor), perTransaction);
    }

    @Override
    public WorkloadScript script(String suffix) {
        OrderTables tables = new OrderTables(prefix, suffix);
        List<Iterator<String>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(transactions(tables, writer));
        }
        return new WorkloadScript(tables.tables(), tables.customerRows(), writers, rows, rows);
    }

    private Iterator<String> transactions(OrderTables tables, int writer) {
        Words words = new Words(new Random(writer));
        int transactions = (rows + perTransaction - 1) / perTransaction;
        return IntStream.range(0, transactions)
                .filter(number -> number % WRITERS == writer)
                .mapToObj(number -> tables.insert(
                        1L + (long) number * perTransaction, Math.min(rows, (number + 1L) * perTransaction), words))
                .iterator();
    }
}

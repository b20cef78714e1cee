package io.dataflowsync.bench.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * W4: runs the shop. Customers, orders, order items and payments, which refer to each other, in transactions of 5 to 20 rows.
 *
 * @param rows the number of rows that are inserted, updated and deleted
 */
public record ShopTransactions(int rows) implements Workload {
    private static final int WRITERS = 8;

    @Override
    public String name() {
        return "W4";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Workload times(double factor) {
        return new ShopTransactions((int) (rows * factor));
    }

    @Override
    public WorkloadScript script(String suffix) {
        ShopTables tables = new ShopTables(suffix);
        List<Iterator<String>> writers = new ArrayList<>();
        long events = 0;
        for (int writer = 0; writer < WRITERS; writer++) {
            List<List<String>> transactions = new ShopWriter(tables, writer, WRITERS).transactions(rows / WRITERS);
            events += transactions.stream().mapToInt(List::size).sum();
            writers.add(transactions.stream()
                    .map(statements -> "BEGIN;" + String.join(";", statements) + ";COMMIT")
                    .iterator());
        }
        return new WorkloadScript(tables.all(), tables.firstRows(), writers, events, events);
    }
}

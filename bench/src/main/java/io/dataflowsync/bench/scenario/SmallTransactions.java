package io.dataflowsync.bench.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * W2: runs transactions of one row each, on tables that have rows: half of them inserts, 40 % updates, 10 % deletes.
 *
 * @param prefix the prefix of the table names
 * @param rowsBefore the number of rows that exist before
 */
public record SmallTransactions(String name, String prefix, int transactions, int rowsBefore) implements Workload {
    public static final int ROWS_BEFORE = 20_000;

    private static final int WRITERS = 8;
    /** The number of statements that are sent at once; each is committed alone. */
    private static final int PER_CALL = 25;

    public static SmallTransactions w2(int transactions) {
        return new SmallTransactions("W2", "w2", transactions, ROWS_BEFORE);
    }

    @Override
    public String unit() {
        return "transactions/s";
    }

    @Override
    public Workload times(double factor) {
        return new SmallTransactions(name, prefix, (int) (transactions * factor), rowsBefore);
    }

    @Override
    public WorkloadScript script(String suffix) {
        OrderTables tables = new OrderTables(prefix, suffix);
        List<String> before = new ArrayList<>(tables.customerRows());
        before.addAll(tables.orderRows(rowsBefore, new Words(new Random(0))));
        List<Iterator<String>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int share = transactions / WRITERS + (writer < transactions % WRITERS ? 1 : 0);
            writers.add(calls(new OneWriter(tables, writer), share));
        }
        return new WorkloadScript(tables.tables(), before, writers, transactions, transactions);
    }

    private static Iterator<String> calls(OneWriter writer, int transactions) {
        return IntStream.range(0, (transactions + PER_CALL - 1) / PER_CALL)
                .mapToObj(call -> IntStream.range(0, Math.min(PER_CALL, transactions - call * PER_CALL))
                        .mapToObj(i -> writer.transaction())
                        .collect(Collectors.joining(";")))
                .iterator();
    }

    /** A writer that has rows of its own, so that writers do not wait for each other. */
    private final class OneWriter {
        private final OrderTables tables;
        private final Words words;
        private final List<Long> keys = new ArrayList<>();
        private long nextKey;

        OneWriter(OrderTables tables, int writer) {
            this.tables = tables;
            this.words = new Words(new Random(writer + 1));
            for (long key = writer + 1; key <= rowsBefore; key += WRITERS) {
                keys.add(key);
            }
            this.nextKey = rowsBefore + 1L + writer;
        }

        String transaction() {
            int chance = words.below(10);
            if (chance < 5 || keys.isEmpty()) {
                long key = nextKey;
                nextKey += WRITERS;
                keys.add(key);
                return tables.insert(key, key, words);
            }
            int place = words.below(keys.size());
            if (chance < 9) {
                return tables.update(keys.get(place), words);
            }
            long key = keys.get(place);
            keys.set(place, keys.get(keys.size() - 1));
            keys.remove(keys.size() - 1);
            return tables.delete(key);
        }
    }
}

package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reserves new keys of one table, within a transaction of MariaDB.
 *
 * <p>The lock of the table's new keys is taken first. So two lanes, or two replicas, never give an old key two new keys.
 */
final class Reservation {
    private final Connection connection;
    private final KeySpace space;
    private final KeyBlocks blocks;
    private final KeyLookup newKeys;
    private final RunLengths lengths;
    private final ToDoubleFunction<KeyRun> use;
    private final Map<String, String> inRuns = new LinkedHashMap<>();
    private final Map<String, String> single = new LinkedHashMap<>();
    private final List<CachedRun> cached = new ArrayList<>();
    private int table;

    /** @param use computes the part of a run that is used, from 0 to 1 */
    Reservation(
            Connection connection,
            KeySpace space,
            KeyBlocks blocks,
            KeyLookup newKeys,
            RunLengths lengths,
            ToDoubleFunction<KeyRun> use) {
        this.connection = connection;
        this.space = space;
        this.blocks = blocks;
        this.newKeys = newKeys;
        this.lengths = lengths;
        this.use = use;
    }

    /**
     * Reserves new keys for old keys. An old key that has got one in the meantime keeps it.
     *
     * @param rows the old keys of new rows
     * @return the new keys of all the old keys
     */
    Map<String, String> reserve(Collection<String> oldKeys, Set<String> rows) throws SQLException {
        KeyBlocks.lock(connection, space);
        table = TableNumbers.make(connection, space);
        KeyLookup.Found found = newKeys.lookUp(connection, space.source(), oldKeys);
        Map<String, String> all = new LinkedHashMap<>(found.newKeys());
        Set<String> singles = new LinkedHashSet<>(found.none());
        TreeMap<Long, String> numeric = new TreeMap<>();
        long lastRow = 0;
        for (String key : oldKeys) {
            if (all.containsKey(key) || singles.contains(key)) {
                continue;
            }
            long number = space.ahead() ? KeyText.inRun(key) : 0;
            if (number == 0) {
                singles.add(key);
            } else {
                numeric.put(number, key);
                lastRow = rows.contains(key) ? Math.max(lastRow, number) : lastRow;
            }
        }
        if (!numeric.isEmpty()) {
            addRuns(numeric, lastRow, singles);
        }
        addSingles(List.copyOf(singles));
        all.putAll(inRuns);
        all.putAll(single);
        return all;
    }

    private void addRuns(TreeMap<Long, String> keys, long lastRow, Set<String> singles) throws SQLException {
        TableName source = space.source();
        int ahead = lastRow == 0 ? 0 : lengths.next(source, use);
        RunPlan plan = RunPlan.of(keys.navigableKeySet(), lastRow, ahead);
        plan.singles().forEach(key -> singles.add(keys.get(key)));
        List<KeyRun> runs = new ArrayList<>();
        @Nullable KeyRun last = null;
        for (RunPlan.Wanted wanted : plan.runs()) {
            for (Map.Entry<Long, String> key :
                    keys.subMap(wanted.firstOld(), true, wanted.lastOld(), true).entrySet()) {
                if (last == null || !last.has(key.getKey())) {
                    last = run(key.getKey(), wanted.lastOld());
                    runs.add(last);
                    cached.add(RunRows.withSingles(connection, table, last));
                }
                inRuns.put(key.getValue(), last.newKey(key.getKey()));
            }
        }
        RunRows.insert(connection, table, runs);
        if (lastRow > 0) {
            lengths.reserved(source, ahead, ahead > 0 ? last : null, plan.isDense());
        }
    }

    /** Claims a run for the old keys from one key to another, or fewer if the numbers, or another run, end it before. */
    private KeyRun run(long from, long to) throws SQLException {
        long end = to;
        for (KeyRun other : RunRows.between(connection, table, from, to)) {
            if (other.has(from)) {
                throw new IllegalStateException(
                        "the old key " + from + " of " + space.source() + " is in a run already: " + other);
            }
            if (other.firstOld() > from) {
                end = Math.min(end, other.firstOld() - 1);
            }
        }
        return blocks.takeRun(connection, space, from, end - from + 1);
    }

    private void addSingles(List<String> oldKeys) throws SQLException {
        if (oldKeys.isEmpty()) {
            return;
        }
        List<String> keys = blocks.take(connection, space, oldKeys.size());
        for (int i = 0; i < oldKeys.size(); i++) {
            single.put(oldKeys.get(i), keys.get(i));
        }
        SingleRows.put(connection, table, single);
    }

    /** Keeps in memory what was reserved. To be called after the commit. */
    void committed(TableNumbers numbers, KeyStates states) {
        numbers.keep(space.source(), table);
        for (CachedRun run : cached) {
            states.addNew(space.source(), run);
            newKeys.runs().add(space.source(), run);
        }
        single.forEach((oldKey, newKey) -> newKeys.keep(space.source(), oldKey, newKey));
    }
}

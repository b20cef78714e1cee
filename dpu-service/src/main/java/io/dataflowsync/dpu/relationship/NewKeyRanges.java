package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Finds the new keys of chosen old keys of a table, as ranges. */
final class NewKeyRanges {
    private NewKeyRanges() {}

    static List<KeyRange> of(Connection connection, TableName source, KeyPage.Choice choice) throws SQLException {
        OptionalInt table = TableNumbers.read(connection, source);
        if (table.isEmpty()) {
            return List.of();
        }
        KeyPairs.Collector pairs = new KeyPairs.Collector();
        try {
            KeyPage.forEach(
                    connection,
                    table.getAsInt(),
                    page -> page.forEachKey(choice, (oldKey, newKey, state) -> pairs.add(oldKey, newKey)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return merged(pairs.all().stream().map(KeyPairs::newKeys).toList());
    }

    /** Returns the same keys in as few ranges as possible. */
    private static List<KeyRange> merged(List<KeyRange> ranges) {
        List<KeyRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(KeyRange::first));
        List<KeyRange> merged = new ArrayList<>();
        for (KeyRange range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).isBefore(range.first())) {
                merged.set(last, merged.get(last).to(range.last()));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}

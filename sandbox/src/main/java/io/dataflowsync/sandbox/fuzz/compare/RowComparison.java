package io.dataflowsync.sandbox.fuzz.compare;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the rows of one table at both ends, as a set in which a row may be several times. */
final class RowComparison {
    private final Table table;
    private final List<String> columns;
    private final Map<List<String>, Integer> left = new LinkedHashMap<>();
    private final List<List<String>> unexpected = new ArrayList<>();

    RowComparison(Table table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    void expect(List<String> row) {
        left.merge(row, 1, Integer::sum);
    }

    /** Takes a row of the target; all expected rows have to be added before the first of these. */
    void actual(List<String> row) {
        Integer count = left.get(row);
        if (count == null) {
            unexpected.add(row);
        } else if (count == 1) {
            left.remove(row);
        } else {
            left.put(row, count - 1);
        }
    }

    /** Pairs the rows that have the same key, and names the columns in which they differ. */
    List<ReplicaDifference> differences() {
        List<ReplicaDifference> differences = new ArrayList<>();
        List<List<String>> more = new ArrayList<>(unexpected);
        left.forEach((row, count) -> {
            Optional<List<String>> other = table.key().isEmpty()
                    ? Optional.empty()
                    : more.stream().filter(m -> key(m).equals(key(row))).findFirst();
            other.ifPresent(more::remove);
            differences.add(new ReplicaDifference(
                    table.name(),
                    "row " + key(row) + (count > 1 ? ", " + count + " times" : ""),
                    described(row, other),
                    other.map(o -> described(o, Optional.of(row))).orElse("no such row")));
        });
        more.forEach(row -> differences.add(new ReplicaDifference(
                table.name(), "row " + key(row), "no such row", described(row, Optional.empty()))));
        return differences;
    }

    private String key(List<String> row) {
        return table.key().isEmpty()
                ? "without key"
                : table.key().stream().map(k -> k + "=" + at(row, k)).toList().toString();
    }

    private String at(List<String> row, String column) {
        int place = columns.indexOf(column);
        return place < 0 ? "?" : row.get(place);
    }

    private String described(List<String> row, Optional<List<String>> other) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (other.isEmpty() || !other.get().get(i).equals(row.get(i))) {
                values.add(columns.get(i) + "=" + row.get(i));
            }
        }
        return values.toString();
    }
}

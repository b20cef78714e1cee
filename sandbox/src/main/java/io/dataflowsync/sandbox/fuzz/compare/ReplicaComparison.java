package io.dataflowsync.sandbox.fuzz.compare;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Link;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares MySQL's own replica with DFS's target: tables, definitions and every row. */
public final class ReplicaComparison {
    private final ServerTables replica;
    private final ServerTables target;
    private final NewKeys keys;
    private final Catalogue tables;
    private final List<ReplicaDifference> differences = new ArrayList<>();
    private long rows;

    /**
     * @param log the log schema of the round
     * @param schema the schema of the source and of the replica
     * @param targetSchema the schema of DFS's target
     * @param tables the fuzzer's own knowledge of references
     */
    public ReplicaComparison(
            Connection replica, Connection target, Connection log, String schema, String targetSchema, Catalogue tables)
            throws SQLException {
        this.replica = new ServerTables(replica, schema);
        this.target = new ServerTables(target, targetSchema);
        this.keys = NewKeys.read(log, schema);
        this.tables = tables;
    }

    /** Compares all tables but one, and returns every difference. */
    public List<ReplicaDifference> compare(String except) throws SQLException {
        Map<String, List<ServerColumn>> expected = replica.columns();
        Map<String, List<ServerColumn>> actual = target.columns();
        Map<String, List<String>> expectedIndexes = replica.indexes();
        Map<String, List<String>> actualIndexes = target.indexes();
        expected.remove(except);
        actual.remove(except);
        for (Map.Entry<String, List<ServerColumn>> table : expected.entrySet()) {
            String name = table.getKey();
            List<ServerColumn> there = actual.remove(name);
            if (there == null) {
                differences.add(new ReplicaDifference(name, "table", "a table", "no such table"));
            } else {
                definition(name, "columns", lines(table.getValue()), lines(there));
                definition(
                        name,
                        "indexes",
                        expectedIndexes.getOrDefault(name, List.of()),
                        actualIndexes.getOrDefault(name, List.of()));
                definition(name, "moments", replica.moments(name, table.getValue()), target.moments(name, there));
                rows(name, table.getValue(), there);
            }
        }
        actual.keySet()
                .forEach(name -> differences.add(new ReplicaDifference(name, "table", "no such table", "a table")));
        return differences;
    }

    /** The number of rows of the replica. */
    public long rows() {
        return rows;
    }

    private static List<String> lines(List<ServerColumn> columns) {
        return columns.stream().map(c -> c.name() + " " + c.definition()).toList();
    }

    private void definition(String table, String what, List<String> expected, List<String> actual) {
        if (!expected.equals(actual)) {
            List<String> missing = new ArrayList<>(expected);
            missing.removeAll(actual);
            List<String> more = new ArrayList<>(actual);
            more.removeAll(expected);
            boolean order = missing.isEmpty() && more.isEmpty();
            differences.add(new ReplicaDifference(
                    table, what, String.valueOf(order ? expected : missing), String.valueOf(order ? actual : more)));
        }
    }

    private void rows(String name, List<ServerColumn> columns, List<ServerColumn> there) throws SQLException {
        List<String> names = columns.stream().map(ServerColumn::name).toList();
        if (!names.equals(there.stream().map(ServerColumn::name).toList())) {
            return;
        }
        Table table = tables.named(name)
                .orElseThrow(() -> new IllegalStateException("the fuzzer does not know its table " + name));
        RowComparison comparison = new RowComparison(table, names);
        for (List<String> row : replica.rows(name, columns)) {
            rows++;
            comparison.expect(withoutHalves(table, names, mapped(table, names, row)));
        }
        for (List<String> row : target.rows(name, there)) {
            comparison.actual(withoutHalves(table, names, row));
        }
        differences.addAll(comparison.differences());
    }

    /**
     * The row without references that are NULL in part: a reference of several columns with a NULL refers to no row, so its other values
     * do not matter.
     */
    private static List<String> withoutHalves(Table table, List<String> names, List<String> row) {
        List<String> without = new ArrayList<>(row);
        for (Link link : table.links()) {
            List<Integer> places = link.columns().stream().map(names::indexOf).toList();
            if (places.stream().anyMatch(place -> row.get(place).equals("NULL"))) {
                places.stream().filter(place -> !row.get(place).equals("NULL")).forEach(p -> without.set(p, "(half)"));
            }
        }
        return without;
    }

    private List<String> mapped(Table table, List<String> names, List<String> row) {
        List<String> mapped = new ArrayList<>(row);
        for (int i = 0; i < row.size(); i++) {
            Optional<Table> meaning = tables.meaning(table, names.get(i));
            String value = row.get(i);
            if (meaning.isPresent() && !value.equals("NULL")) {
                mapped.set(
                        i,
                        keys.of(meaning.get().name(), value)
                                .orElse("(no relationship of " + meaning.get().name() + " " + value + ")"));
            }
        }
        return mapped;
    }
}

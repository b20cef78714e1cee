package io.dataflowsync.verify;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.json.PrintedNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the source tables that go to one table of the target with that table, both ways. */
final class TableComparison {
    static final String NO_ROW = "no such row";

    private final TableDefinition target;
    private final OwnRowTest own;
    private final List<RowDifference> differences = new ArrayList<>();
    private final Map<String, List<Map<String, @Nullable String>>> targetRows = new HashMap<>();
    private final Set<String> ownKeys = new HashSet<>();
    private long rows;
    private long unrelated;

    /** The target's columns that identify its rows; empty: all columns that the pipeline writes. */
    private final List<String> key;

    TableComparison(TableDefinition target, List<String> key, OwnRowTest own) {
        this.target = target;
        this.key = key;
        this.own = own;
    }

    /** Reads the target's rows once, before any is looked up. */
    void read(Connection targetConnection, List<String> written) throws SQLException {
        RowReader.read(targetConnection, target, row -> {
            if (own.isOwn(target.name().table(), row)) {
                addOwnKey(row);
            } else {
                targetRows
                        .computeIfAbsent(keyOf(row, written), k -> new ArrayList<>())
                        .add(row);
            }
        });
    }

    private void addOwnKey(Map<String, @Nullable String> row) {
        String value =
                target.primaryKey().size() == 1 ? row.get(target.primaryKey().get(0)) : null;
        if (value != null) {
            ownKeys.add(value);
        }
    }

    /** Whether a row that the target created itself has that key. */
    boolean isOwnKey(String value) {
        return ownKeys.contains(value);
    }

    /** Looks up the rows of one source table; returns how many it has, looked up or not. */
    long compare(Connection source, TableDefinition sourceTable, ExpectedRow expected, List<String> written)
            throws SQLException {
        Set<String> ofDocuments = expected.ofDocuments();
        return RowReader.read(source, sourceTable, expected::isPrinted, row -> {
            if (expected.isWanted(row)) {
                look(expected.of(row), written, ofDocuments);
            }
        });
    }

    /** Reports the target's rows that no row of the source has looked up: they should not exist. */
    void end() {
        targetRows.forEach(
                (text, left) -> left.forEach(row -> differences.add(difference(text, "*", NO_ROW, "a row"))));
    }

    private void look(Map<String, @Nullable String> expected, List<String> written, Set<String> ofDocuments) {
        rows++;
        String text = keyOf(expected, written);
        unrelated += key.stream().anyMatch(c -> KeyRewriter.NO_RELATIONSHIP.equals(expected.get(c))) ? 1 : 0;
        List<Map<String, @Nullable String>> found = targetRows.getOrDefault(text, List.of());
        if (found.isEmpty()) {
            differences.add(difference(text, "*", "a row: " + expected, NO_ROW));
            return;
        }
        Map<String, @Nullable String> actual = found.remove(found.size() - 1);
        if (found.isEmpty()) {
            targetRows.remove(text);
        }
        expected.forEach((column, value) -> {
            String there = actual.get(column);
            boolean isSame = Objects.equals(value, there)
                    || isSameYear(column, value, there)
                    || ofDocuments.contains(column) && isSameText(value, there);
            if (!isSame) {
                differences.add(difference(text, column, value, there));
            }
        });
    }

    /** Whether two texts that each server has made from a document are the same: 5.7 prints the number 30.0 as 30. */
    private static boolean isSameText(@Nullable String expected, @Nullable String actual) {
        return expected != null
                && actual != null
                && PrintedNumbers.by57(expected).equals(PrintedNumbers.by57(actual));
    }

    /** Whether two years are the same: the pipeline file says 0 if the server prints 0000. */
    private boolean isSameYear(String column, @Nullable String expected, @Nullable String actual) {
        return "0".equals(expected)
                && "0000".equals(actual)
                && target.column(column)
                        .filter(c -> c.baseType().equals("year"))
                        .isPresent();
    }

    private RowDifference difference(String text, String column, @Nullable String expected, @Nullable String actual) {
        return new RowDifference(target.name().table(), text, column, expected, actual);
    }

    private String keyOf(Map<String, @Nullable String> row, List<String> written) {
        StringBuilder text = new StringBuilder();
        for (String column : key.isEmpty() ? written : key) {
            String value = row.get(column);
            text.append(text.isEmpty() ? "" : ", ").append(column).append('=');
            text.append(value == null ? "NULL" : "'" + value.replace("'", "''") + "'");
        }
        return text.toString();
    }

    long rows() {
        return rows;
    }

    long unrelated() {
        return unrelated;
    }

    List<RowDifference> differences() {
        return differences;
    }
}

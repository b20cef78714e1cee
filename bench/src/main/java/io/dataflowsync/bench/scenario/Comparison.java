package io.dataflowsync.bench.scenario;

import io.dataflowsync.bench.scenario.BenchTable.Reference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks whether a target has the same as its source: the same number of rows, with the same values, each referring to the right row. */
public final class Comparison {
    private final boolean keys;

    /** @param keys whether the keys themselves have to be the same */
    public Comparison(boolean keys) {
        this.keys = keys;
    }

    /**
     * Throws if the target differs.
     *
     * @throws BenchFailure if it differs
     */
    public void require(List<BenchTable> tables, Connection source, Connection target) {
        for (BenchTable table : tables) {
            String sql = sql(table);
            String wanted = answer(source, sql);
            String found = answer(target, sql);
            if (!wanted.equals(found)) {
                throw new BenchFailure("the target's " + table.name() + " is wrong: rows and checksum are " + found
                        + ", and should be " + wanted);
            }
        }
    }

    /** The query for each row with the labels of the rows that it refers to. */
    String sql(BenchTable table) {
        List<String> values = new ArrayList<>();
        StringBuilder joins = new StringBuilder();
        table.columns().forEach(column -> values.add("t." + column));
        if (keys) {
            values.add("t.id");
        }
        int number = 0;
        for (Reference reference : table.references()) {
            String parent = "p" + number++;
            joins.append(" LEFT JOIN %s %s ON %s.id = t.%s"
                    .formatted(reference.table(), parent, parent, reference.column()));
            values.add(parent + "." + reference.label());
            if (keys) {
                values.add("t." + reference.column());
            }
        }
        String row =
                values.stream().map("IFNULL(CONCAT(%s), 'NULL')"::formatted).collect(Collectors.joining(", "));
        return "SELECT CONCAT(COUNT(*), ' ', COALESCE(SUM(CRC32(CONCAT_WS('~', " + row + "))), 0)) FROM " + table.name()
                + " t" + joins;
    }

    private static String answer(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new BenchFailure(sql + ": " + e.getMessage(), e);
        }
    }
}

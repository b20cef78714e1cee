package io.dataflowsync.sandbox.fire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Collects the broken promises that were found. Safe for several threads. */
final class Violations {
    private final List<Violation> found = new ArrayList<>();

    synchronized void add(Violation.Kind kind, String text) {
        found.add(new Violation(kind, text));
    }

    /** Adds a violation for each row that the query returns; its first column is the text. */
    void addRows(Violation.Kind kind, String what, Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                add(kind, what + ": " + result.getString(1));
            }
        }
    }

    synchronized List<Violation> all() {
        return List.copyOf(found);
    }
}

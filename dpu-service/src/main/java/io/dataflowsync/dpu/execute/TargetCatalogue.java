package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the target's schema: its tables, columns, keys and rows. It asks the server each time. */
final class TargetCatalogue {
    private static final int NO_SUCH_TABLE = 1146;
    private static final int NO_SUCH_COLUMN = 1054;
    /** The next number of a table. It is left out of the description, because inserted rows change it, too. */
    private static final Pattern NEXT_NUMBER = Pattern.compile(" AUTO_INCREMENT=[0-9]+");

    private final Connection connection;
    private final String schema;

    TargetCatalogue(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Describes tables as one text; equal texts mean equal tables. */
    String describe(List<String> tables) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String table : tables) {
            text.append(describe(table)).append('\n');
        }
        return text.toString();
    }

    private String describe(String table) throws SQLException {
        if (isThere("SELECT 1 FROM information_schema.views WHERE table_schema = ? AND table_name = ?", table)) {
            return "view " + table;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SHOW CREATE TABLE " + Identifiers.quoted(new TableName(schema, table)))) {
            row.next();
            return NEXT_NUMBER.matcher(row.getString(2)).replaceFirst("");
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return "no table " + table;
            }
            throw e;
        }
    }

    /** Whether the catalogue has the wanted state; false if the catalogue cannot show it. */
    boolean holds(Wanted wanted) throws SQLException {
        if (wanted instanceof Wanted.Table w) {
            return hasTable(w.table(), w.columns());
        } else if (wanted instanceof Wanted.NoTable w) {
            return !hasTable(w.table());
        } else if (wanted instanceof Wanted.NoRows w) {
            return !hasRow("SELECT 1 FROM " + Identifiers.quoted(new TableName(schema, w.table())) + " LIMIT 1");
        } else if (wanted instanceof Wanted.NoRow w) {
            return !hasRow("SELECT 1 FROM " + Identifiers.quoted(new TableName(schema, w.table())) + " WHERE "
                    + Identifiers.quoted(w.column()) + " = " + w.key() + " LIMIT 1");
        } else if (wanted instanceof Wanted.NoRowOf w) {
            return !hasRow(w.query());
        } else if (wanted instanceof Wanted.NoValues w) {
            return !hasRow("SELECT 1 FROM " + Identifiers.quoted(new TableName(schema, w.table())) + " WHERE "
                    + Identifiers.quoted(w.column()) + " IS NOT NULL LIMIT 1");
        } else if (wanted instanceof Wanted.ReferenceTo w) {
            return isThere(
                    "SELECT 1 FROM information_schema.key_column_usage WHERE table_schema = ? AND table_name = ?"
                            + " AND column_name = ? AND referenced_table_schema = table_schema"
                            + " AND referenced_table_name = ?",
                    w.table(),
                    w.column(),
                    w.parent());
        } else if (wanted instanceof Wanted.RenamedTable w) {
            return !hasTable(w.from()) && hasTable(w.to(), w.columns());
        } else if (wanted instanceof Wanted.Column w) {
            return hasTable(w.table()) && hasColumn(w.table(), w.column()) == w.there();
        } else if (wanted instanceof Wanted.RenamedColumn w) {
            return !hasColumn(w.table(), w.from()) && hasColumn(w.table(), w.to());
        } else if (wanted instanceof Wanted.Index w) {
            return hasTable(w.table())
                    && isThere(
                                    "SELECT 1 FROM information_schema.statistics WHERE table_schema = ? AND table_name = ?"
                                            + " AND index_name = ? LIMIT 1",
                                    w.table(),
                                    w.index())
                            == w.there();
        } else if (wanted instanceof Wanted.PrimaryKey w) {
            return keyColumns(w.table())
                    .equals(w.columns().stream()
                            .map(column -> column.toLowerCase(Locale.ROOT))
                            .toList());
        } else if (wanted instanceof Wanted.ForeignKey w) {
            return hasTable(w.table())
                    && isThere(
                                    "SELECT 1 FROM information_schema.table_constraints WHERE table_schema = ?"
                                            + " AND table_name = ? AND constraint_name = ?"
                                            + " AND constraint_type = 'FOREIGN KEY'",
                                    w.table(),
                                    w.name())
                            == w.there();
        }
        return false;
    }

    /** Whether the table is there with these columns; a table that lacks one is another table of the same name. */
    private boolean hasTable(String table, List<String> columns) throws SQLException {
        for (String column : columns) {
            if (!hasColumn(table, column)) {
                return false;
            }
        }
        return hasTable(table);
    }

    private boolean hasTable(String table) throws SQLException {
        return isThere(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?"
                        + " AND table_type = 'BASE TABLE'",
                table);
    }

    /** The columns of the primary key in lower case, because the names of columns are compared without case. */
    private List<String> keyColumns(String table) throws SQLException {
        return Jdbc.query(
                connection,
                "SELECT column_name FROM information_schema.statistics"
                        + " WHERE table_schema = ? AND table_name = ? AND index_name = 'PRIMARY' ORDER BY seq_in_index",
                row -> row.getString(1).toLowerCase(Locale.ROOT),
                schema,
                table);
    }

    /** Whether a query returns a row; false if the target lacks the table or a column. */
    boolean hasRow(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next();
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == NO_SUCH_COLUMN) {
                return false;
            }
            throw e;
        }
    }

    private boolean hasColumn(String table, String column) throws SQLException {
        return isThere(
                "SELECT 1 FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND column_name = ?",
                table,
                column);
    }

    private boolean isThere(String sql, String... names) throws SQLException {
        Object[] values = Stream.concat(Stream.of(schema), Stream.of(names)).toArray();
        return Jdbc.first(connection, sql, row -> row.getInt(1), values).isPresent();
    }
}

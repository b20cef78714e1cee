package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the foreign keys of a table from {@code SHOW CREATE TABLE}.
 *
 * <p>5.7 builds their names from the table's name. They can be longer than a name may be, and {@code information_schema} cuts them off:
 * there several foreign keys can have the same name.
 */
final class ShownForeignKeys {
    private static final int LONGEST_NAME = 64;
    private static final int NO_SUCH_TABLE = 1146;

    private static final String NAME = "(?:`(?:[^`]|``)+`|\"(?:[^\"]|\"\")+\")";
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final String LIST = "\\((" + NAME + "(?:, " + NAME + ")*)\\)";
    private static final String RULE = "(CASCADE|SET NULL|SET DEFAULT|NO ACTION|RESTRICT)";
    private static final Pattern CONSTRAINT =
            Pattern.compile("(?m)^  CONSTRAINT (" + NAME + ") FOREIGN KEY " + LIST + " REFERENCES (?:(" + NAME
                    + ")\\.)?(" + NAME + ") " + LIST + "(?: ON DELETE " + RULE + ")?(?: ON UPDATE " + RULE + ")?,?$");

    private ShownForeignKeys() {}

    /** Whether one of these names may have been cut off. */
    static boolean mayBeCut(Iterable<String> names) {
        for (String name : names) {
            if (name.codePointCount(0, name.length()) >= LONGEST_NAME) {
                return true;
            }
        }
        return false;
    }

    /** Reads the foreign keys of a table, sorted by name; empty if the table does not exist any more. */
    static Optional<Map<String, ForeignKey>> read(Connection connection, TableName table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + Identifiers.quoted(table))) {
            row.next();
            return Optional.of(of(table, row.getString(2)));
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Map<String, ForeignKey> of(TableName table, String text) {
        Map<String, ForeignKey> keys = new TreeMap<>();
        Matcher found = CONSTRAINT.matcher(text);
        while (found.find()) {
            String name = bare(found.group(1));
            String schema = found.group(3) == null ? table.schema() : bare(found.group(3));
            keys.put(
                    name,
                    new ForeignKey(
                            name,
                            bares(found.group(2)),
                            new TableName(schema, bare(found.group(4))),
                            bares(found.group(5)),
                            rule(found.group(6)),
                            rule(found.group(7))));
        }
        return keys;
    }

    private static Rule rule(@Nullable String word) {
        return word == null ? Rule.NO_ACTION : Rule.ofSql(word);
    }

    private static List<String> bares(String list) {
        List<String> names = new ArrayList<>();
        Matcher name = NAMES.matcher(list);
        while (name.find()) {
            names.add(bare(name.group()));
        }
        return names;
    }

    private static String bare(String quoted) {
        String quote = quoted.substring(0, 1);
        return quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
    }
}

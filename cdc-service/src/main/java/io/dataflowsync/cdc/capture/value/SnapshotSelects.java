package io.dataflowsync.cdc.capture.value;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * How tables with FLOAT columns, or with options that are empty, are read in a snapshot. The server prints a FLOAT with six digits, of which another value than the
 * column's may be read back; as a DOUBLE it prints all of them. A product with one is that DOUBLE, of minus zero too; a sum with zero is not.
 */
public final class SnapshotSelects {
    private static final Logger LOG = Logger.getLogger(SnapshotSelects.class);
    private static final String SETTING = "snapshot.select.statement.overrides";
    /** What the engine takes apart lists of tables and their names by, and what it removes around them. */
    private static final Pattern NOT_TOLD_APART = Pattern.compile("[,.`\"'\\s\\\\]");

    private SnapshotSelects() {}

    /** The engine's settings that say so. */
    public static Map<String, String> of(Collection<TableDefinition> tables) {
        Map<String, String> settings = new TreeMap<>();
        for (TableDefinition table : tables) {
            if (table.columns().stream().anyMatch(column -> isPrintedShort(column) || isAmbiguous(column))) {
                TableName name = table.name();
                if (NOT_TOLD_APART.matcher(name.schema() + name.table()).find()) {
                    LOG.warnf(
                            "The snapshot reads FLOAT columns of %s with six digits, and does not tell an empty option from none:"
                                    + " the name of the table forbids more",
                            name);
                } else {
                    settings.put(SETTING + "." + name.schema() + "." + name.table(), select(table));
                }
            }
        }
        if (!settings.isEmpty()) {
            String names = settings.keySet().stream()
                    .map(setting -> setting.substring(SETTING.length() + 1))
                    .collect(Collectors.joining(","));
            settings.put(SETTING, names);
        }
        return settings;
    }

    private static String select(TableDefinition table) {
        return table.columns().stream()
                .map(SnapshotSelects::selected)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT ",
                        " FROM " + Identifiers.quoted(table.name().schema()) + "."
                                + Identifiers.quoted(table.name().table())));
    }

    private static String selected(ColumnDefinition column) {
        String name = Identifiers.quoted(column.name());
        if (isAmbiguous(column)) {
            return MemberOptions.selected(
                            name,
                            column.baseType().equals("set"),
                            Members.of(column).indexOf(""))
                    + " AS " + name;
        }
        return isPrintedShort(column) ? name + " * 1e0 AS " + name : name;
    }

    private static boolean isAmbiguous(ColumnDefinition column) {
        return Members.of(column).contains("");
    }

    /** A FLOAT(7,2) is printed with two digits behind the point, however many there are before it. */
    private static boolean isPrintedShort(ColumnDefinition column) {
        return column.baseType().equals("float") && !column.type().contains("(");
    }
}

package io.dataflowsync.cdc.capture.value;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
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
 * Makes the SELECT with which a snapshot reads a table that has FLOAT columns, or options that are empty.
 *
 * <p>The server prints a FLOAT with six digits, which may be read back as another value. It prints a DOUBLE with all digits. A FLOAT
 * times one is that DOUBLE, also for minus zero; a FLOAT plus zero is not.
 */
public final class SnapshotSelects {
    private static final Logger LOG = Logger.getLogger(SnapshotSelects.class);
    private static final String SETTING = "snapshot.select.statement.overrides";
    /** The characters that separate names in the engine's lists of tables, and those that it removes around them. */
    private static final Pattern UNSEPARABLE = Pattern.compile("[,.`\"'\\s\\\\]");

    private SnapshotSelects() {}

    /** The engine's settings for these tables. */
    public static Map<String, String> of(Collection<TableDefinition> tables) {
        Map<String, String> settings = new TreeMap<>();
        for (TableDefinition table : tables) {
            if (table.columns().stream().anyMatch(column -> isPrintedShort(column) || isAmbiguous(column))) {
                TableName name = table.name();
                if (UNSEPARABLE.matcher(name.schema() + name.table()).find()) {
                    LOG.warnf(
                            "The snapshot reads FLOAT columns of %s with six digits, and cannot distinguish an empty option from none:"
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

    /**
     * Whether the server prints the column with six digits. A FLOAT(7,2) is printed with two digits after the point, whatever the number
     * of digits before it.
     */
    private static boolean isPrintedShort(ColumnDefinition column) {
        return column.baseType().equals("float") && !column.type().contains("(");
    }
}

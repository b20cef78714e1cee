package io.dataflowsync.cdc.capture.proof;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a table map of the binlog with the definition that the rows would be decoded with.
 *
 * <p>The map is the server's own description of the table when it wrote the rows: the number of columns, their types with their details,
 * and whether they accept NULL. Names, signedness, and character sets of the same width are in no map of 5.7.
 */
public final class DefinitionProof {
    private DefinitionProof() {}

    /**
     * Both readings, one after the other; empty if they do not differ.
     *
     * @param known the definition; null if there is none
     */
    public static Optional<String> difference(TableMapEventData map, @Nullable Table known) {
        int count = map.getColumnTypes().length;
        if (known == null) {
            return Optional.of("the binlog has rows of " + count + " columns (" + shapes(map)
                    + "), the capture knows no definition of the table");
        }
        List<Column> columns = known.columns();
        if (count != columns.size()) {
            return Optional.of("the binlog has " + count + " columns (" + shapes(map) + "), the capture would read "
                    + columns.size() + " (" + shapes(known) + ")");
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ColumnShape binlog = shape(map, i);
            Column column = columns.get(i);
            if (!KnownColumn.shape(column, known).fits(binlog) || !sameNullability(map, i, column)) {
                differences.add("column " + (i + 1) + " is " + text(map, i) + " in the binlog, the capture would read "
                        + text(known, column));
            }
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    private static boolean sameNullability(TableMapEventData map, int column, Column known) {
        boolean nullable = map.getColumnNullability().get(column);
        // A TIMESTAMP with neither NULL nor NOT NULL is NOT NULL for a 5.7 server, and nullable for the engine.
        return nullable == known.isOptional() || !nullable && known.typeName().equalsIgnoreCase("TIMESTAMP");
    }

    private static ColumnShape shape(TableMapEventData map, int column) {
        return MappedColumn.shape(Byte.toUnsignedInt(map.getColumnTypes()[column]), map.getColumnMetadata()[column]);
    }

    private static String shapes(TableMapEventData map) {
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < map.getColumnTypes().length; i++) {
            shapes.add(text(map, i));
        }
        return String.join(", ", shapes);
    }

    private static String shapes(Table known) {
        return String.join(
                ", ",
                known.columns().stream().map(column -> text(known, column)).toList());
    }

    private static String text(TableMapEventData map, int column) {
        return shape(map, column) + (map.getColumnNullability().get(column) ? "" : " not null");
    }

    private static String text(Table known, Column column) {
        return column.name() + " " + KnownColumn.shape(column, known) + (column.isOptional() ? "" : " not null");
    }
}

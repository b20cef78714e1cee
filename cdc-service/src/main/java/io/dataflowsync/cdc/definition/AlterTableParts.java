package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an ALTER TABLE. The server does not run them one after another: it collects them, as this does. */
final class AlterTableParts {
    /**
     * A column that is added or defined again.
     *
     * @param before its name so far; null where it is new
     * @param place where it comes to stand; null where it stays, or is the last
     */
    record ColumnChange(
            @Nullable String before,
            ColumnClause clause,
            @Nullable Place place) {}

    /** A place in a table: after that column, or the first where it is null. */
    record Place(@Nullable String after) {}

    final List<String> droppedColumns = new ArrayList<>();
    final List<String> droppedKeys = new ArrayList<>();
    final List<String> droppedForeignKeys = new ArrayList<>();
    final Map<String, String> renamedKeys = new LinkedHashMap<>();
    final List<ColumnChange> columns = new ArrayList<>();
    /** Whether each column of which the default alone is changed has one then. */
    final Map<String, Boolean> defaults = new LinkedHashMap<>();

    final TableElements elements = new TableElements();
    TableOptions options = TableOptions.NONE;

    @Nullable
    String converted;

    /** Why it is no more than likely; empty where it is certain. */
    String likely = "";

    @Nullable
    TableName newName;

    @Nullable
    TableName exchanged;
    /** Whether the new keys stand in parentheses behind ADD. */
    boolean inParentheses;

    /** How many parts there are. */
    int parts;
}

package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an ALTER TABLE. The server does not run them one after another, either: it collects them first. */
final class AlterTableParts {
    /**
     * A column that is added or defined again.
     *
     * @param before its former name; null if it is new
     * @param place its new place; null if it stays, or is the last
     */
    record ColumnChange(
            @Nullable String before,
            ColumnClause clause,
            @Nullable Place place) {}

    /** A place in a table: after that column, or the first if it is null. */
    record Place(@Nullable String after) {}

    final List<String> droppedColumns = new ArrayList<>();
    final List<String> droppedKeys = new ArrayList<>();
    final List<String> droppedForeignKeys = new ArrayList<>();
    final Map<String, String> renamedKeys = new LinkedHashMap<>();
    final List<ColumnChange> columns = new ArrayList<>();
    /** The columns of which only the default is changed, each with whether it has a default after that. */
    final Map<String, Boolean> defaults = new LinkedHashMap<>();

    final TableElements elements = new TableElements();
    TableOptions options = TableOptions.NONE;

    @Nullable
    String converted;

    /** The reason why the result is only likely; empty if it is certain. */
    String likely = "";

    @Nullable
    TableName newName;

    @Nullable
    TableName exchanged;
    /** Whether the new keys are in parentheses after ADD. */
    boolean inParentheses;

    /** The number of parts. */
    int parts;
}

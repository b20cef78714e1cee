package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Set;

/**
 * The rows that an event is about.
 *
 * @param rows the row that it changes; two where it changes the key, none where it is about no single row
 * @param parents the rows that it makes its row refer to
 * @param left the rows that its row referred to before
 * @param tables the tables that it changes as a whole
 * @param binding whether rows that refer to its row depend on it: it brings the row, removes it, or changes its key
 */
public record Touched(
        List<RowName> rows, List<RowName> parents, List<RowName> left, Set<TableName> tables, boolean binding) {
    public static final Touched NOTHING = new Touched(List.of(), List.of(), List.of(), Set.of(), false);
}

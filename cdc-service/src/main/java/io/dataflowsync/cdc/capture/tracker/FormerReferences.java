package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the references of columns when their constraints are dropped.
 *
 * <p>Applications drop foreign keys to change tables online, or for speed; the meaning of the column stays. If it counted as a plain
 * number from then on, rows with new keys and rows with old ones would be in one column. Applications also copy a table with LIKE, which
 * copies no foreign key, fill the copy and put it in the table's place: its columns mean the same as those of the table.
 */
final class FormerReferences {
    private FormerReferences() {}

    /**
     * The references of a table's earlier version that are no constraints of the next one.
     *
     * @param renamed the name of a column in the next version, by its name in the earlier one; absent if the column is gone
     */
    static List<ForeignKey> of(TrackedTable before, SourceTable after, Map<String, String> renamed) {
        Set<List<String>> present = new HashSet<>();
        after.definition().foreignKeys().forEach(key -> present.add(key.columns()));
        List<ForeignKey> former = new ArrayList<>();
        List<ForeignKey> all = new ArrayList<>(before.formerReferences());
        all.addAll(before.table().definition().foreignKeys());
        for (ForeignKey key : all) {
            columns(key, renamed)
                    .filter(columns -> hasAll(after, columns) && present.add(columns))
                    .ifPresent(columns -> former.add(dropped(key, columns, key.parent(), key.parentColumns())));
        }
        return List.copyOf(former);
    }

    private static Optional<List<String>> columns(ForeignKey key, Map<String, String> renamed) {
        return key.columns().stream().allMatch(renamed::containsKey)
                ? Optional.of(key.columns().stream().map(renamed::get).toList())
                : Optional.empty();
    }

    private static boolean hasAll(SourceTable table, List<String> columns) {
        return columns.stream()
                .allMatch(column -> table.definition().column(column).isPresent());
    }

    static ForeignKey dropped(ForeignKey key, List<String> columns, TableName parent, List<String> parentColumns) {
        return new ForeignKey(
                key.name(), columns, parent, parentColumns, ForeignKey.Rule.NO_ACTION, ForeignKey.Rule.NO_ACTION, true);
    }
}

package io.dataflowsync.contract.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a source table.
 *
 * @param skip do not capture it
 * @param target its name on the target; absent: the same
 * @param identity absent: the pipeline's
 * @param key the columns that tell its rows apart, for a table without a primary key
 * @param laneByKey whether rows of different keys may overtake each other; only for a table that no reference touches
 * @param columns by source column name
 * @param references by referring column; foreign keys are discovered, these are added and win
 */
public record TableConfig(
        boolean skip,
        Optional<String> target,
        Optional<Identity> identity,
        List<String> key,
        boolean laneByKey,
        Map<String, ColumnRule> columns,
        Map<String, ReferenceRule> references) {

    public static final TableConfig DEFAULT =
            new TableConfig(false, Optional.empty(), Optional.empty(), List.of(), false, Map.of(), Map.of());

    /** The rule of a column; the one that leaves it as it is where the file names none. */
    public ColumnRule column(String name) {
        return columns.getOrDefault(name, ColumnRule.UNCHANGED);
    }
}

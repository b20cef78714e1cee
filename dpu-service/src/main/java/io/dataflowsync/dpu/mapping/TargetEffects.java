package io.dataflowsync.dpu.mapping;

import java.util.List;
import java.util.Set;

/**
 * The changes of other rows that come along with a change of a row of a table.
 *
 * <p>With a row of this table the source's foreign keys may change rows of other tables, and the binlog has no event for that. The target's
 * own foreign keys have to do the same. If it is not certain that they do, the columns that these keys refer to are {@code inDoubt}, and a
 * delete of a row or a change of such a column is checked first.
 *
 * @param cascades the rows that the target deletes along with a row
 * @param inDoubt the columns on the topic for which it is not certain that both sides change the same other rows
 * @param cascaded the tables whose keys the target changes along with a row
 * @param emptied the references that the source sets to NULL when a key changes, while the row keeps its new key on the target
 */
public record TargetEffects(
        TargetCascades cascades, Set<String> inDoubt, List<CascadedKey> cascaded, List<EmptiedReference> emptied) {}

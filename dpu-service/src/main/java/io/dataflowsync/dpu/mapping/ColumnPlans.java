package io.dataflowsync.dpu.mapping;

import io.dataflowsync.pipeline.expression.ColumnKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says how each column of a table is handled: those on the topic, and those that only the target has.
 *
 * <p>Expressions do not see all values in the form that a row has: of a DECIMAL they see a number instead of a text. {@code kinds} has the
 * conversions for such columns.
 *
 * @param written the columns that are written, by their names on the topic
 * @param computed the key columns that the target generates: rows are found by them, and they are never written
 * @param made the columns that only the target has and that the pipeline file fills
 * @param unwritten the columns on the topic that are not written: the target generates them, the pipeline file leaves them out, or a later
 *     statement dropped them
 * @param missing the columns on the topic that the target does not have, and what can be done about each
 * @param generated the columns on the topic that the source generates
 * @param kinds the columns on the topic that expressions see in another form, and the conversion of each
 * @param compared the columns that the target computes from unchanged values of the source, by the names on the topic of the source's
 *     columns: the computed values are compared with those of the source
 */
public record ColumnPlans(
        Map<String, ColumnPlan> written,
        Map<String, ColumnPlan> computed,
        List<ColumnPlan> made,
        Set<String> unwritten,
        Map<String, String> missing,
        Set<String> generated,
        Map<String, ColumnKind> kinds,
        Map<String, String> compared) {

    /** The same columns, of which these computed ones are compared. */
    ColumnPlans comparing(Map<String, String> columns) {
        return new ColumnPlans(written, computed, made, unwritten, missing, generated, kinds, columns);
    }

    /** The names of all columns on the topic. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(written.keySet());
        names.addAll(unwritten);
        names.addAll(missing.keySet());
        return names;
    }

    /** The columns that get a value: those of the source, then those that only the target has. */
    Stream<ColumnPlan> filled() {
        return Stream.concat(written.values().stream(), made.stream());
    }

    /** The columns that an expression computes: their values may change with any column of the row. */
    List<ColumnPlan> expressions() {
        return filled().filter(ColumnPlan::hasExpression).toList();
    }
}

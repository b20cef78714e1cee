package io.dataflowsync.pipeline.processor;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.processor.TargetChange.Kind;
import io.dataflowsync.pipeline.processor.TargetChange.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a processor on rows without any server, for its tests: the rows and their keys go to the target unchanged. It calls the processor
 * twice for each change, and throws if the results differ.
 */
public final class ProcessorTrial {
    private final TableProcessor processor;
    private final TableName source;
    private final String target;
    private final List<String> key;

    private ProcessorTrial(TableProcessor processor, TableName source, String target, List<String> key) {
        this.processor = processor;
        this.source = source;
        this.target = target;
        this.key = key;
    }

    /** @param key the columns that identify a row in both tables */
    public static ProcessorTrial of(TableProcessor processor, String source, String target, String... key) {
        return new ProcessorTrial(processor, new TableName("source", source), target, List.of(key));
    }

    /** Returns the processor's result for a new row. */
    public TargetChange inserted(Map<String, ? extends @Nullable Object> after) {
        return asked(Kind.NEW, null, RowValues.row(after), RowValues.row(after));
    }

    /** Returns the processor's result for a changed row. */
    public TargetChange updated(
            Map<String, ? extends @Nullable Object> before, Map<String, ? extends @Nullable Object> after) {
        Row was = RowValues.row(before);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        RowValues.row(after).forEach((column, value) -> {
            if (!Objects.equals(value, was.get(column))) {
                changed.put(column, value);
            }
        });
        return asked(Kind.CHANGED, was, RowValues.row(after), Row.of(changed));
    }

    /** Returns the processor's result for a deleted row. */
    public TargetChange deleted(Map<String, ? extends @Nullable Object> before) {
        return asked(Kind.GONE, RowValues.row(before), null, Row.empty());
    }

    private TargetChange asked(Kind kind, @Nullable Row before, @Nullable Row after, Row values) {
        Row row = before == null ? Objects.requireNonNull(after) : before;
        Map<String, @Nullable Object> keyValues = new LinkedHashMap<>();
        key.forEach(column -> keyValues.put(column, row.get(column)));
        Subject subject = new Subject(kind, "trial:1:0", source, target, Row.of(keyValues), before, after);
        TargetChange first = new TargetChange(subject, values);
        processor.change(first);
        TargetChange second = new TargetChange(subject, values);
        processor.change(second);
        if (!first.toString().equals(second.toString())) {
            throw new IllegalStateException("called twice, it returns first:\n" + first + "\nand then:\n" + second);
        }
        return first;
    }
}

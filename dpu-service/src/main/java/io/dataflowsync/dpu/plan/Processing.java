package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.mapping.ComputedValues;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappedChange.ChangedRow;
import io.dataflowsync.dpu.mapping.MappedChange.NewRow;
import io.dataflowsync.dpu.mapping.MappedChange.PutRow;
import io.dataflowsync.dpu.mapping.MappedChange.UnwantedRow;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.StatementGenerator;
import io.dataflowsync.pipeline.processor.TableProcessor;
import io.dataflowsync.pipeline.processor.TargetChange;
import io.dataflowsync.pipeline.processor.TargetChange.Addition;
import io.dataflowsync.pipeline.processor.TargetChange.Kind;
import io.dataflowsync.pipeline.processor.TargetChange.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a table's processor about each change, and writes its answer. */
final class Processing {
    private final TableProcessor processor;
    private final TablePlan plan;
    private final Function<String, StatementGenerator> others;
    private final ComputedValues values = new ComputedValues();

    /** @param others returns the statements of any table of the target */
    Processing(TableProcessor processor, TablePlan plan, Function<String, StatementGenerator> others) {
        this.processor = processor;
        this.plan = plan;
        this.others = others;
    }

    /**
     * Returns the statements of a change.
     *
     * @param key the row's key on the target
     * @param own the statements of the row's own table
     * @throws MappingException if the processor fails
     */
    List<SqlStatement> statements(RowChange change, MappedChange mapped, Row key, StatementGenerator own) {
        if (change.isPartial()) {
            throw new MappingException(
                    ErrorCode.IMAGE_INCOMPLETE,
                    "processor " + processor.name() + " of " + plan.source()
                            + " is shown whole rows, and the event has the columns " + columns(change) + " only");
        }
        TargetChange asked = new TargetChange(subject(change, mapped, key), values(mapped));
        try {
            processor.change(asked);
            return statements(mapped, asked, own);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new MappingException(ErrorCode.PROCESSOR_FAILED, "processor " + processor.name() + ": " + e);
        }
    }

    private static String columns(RowChange change) {
        Row row = change.after() == null ? Objects.requireNonNull(change.before()) : change.after();
        return String.join(", ", row.columns());
    }

    private List<SqlStatement> statements(MappedChange mapped, TargetChange asked, StatementGenerator own) {
        List<SqlStatement> statements = new ArrayList<>();
        if (!asked.isDropped()) {
            Row fitted = values.fitted(plan.target(), asked.values(), values(mapped));
            statements.addAll(own.statements(with(mapped, fitted)));
        }
        asked.additions().forEach(addition -> statements.addAll(statements(addition)));
        return statements;
    }

    private Subject subject(RowChange change, MappedChange mapped, Row key) {
        Kind kind = mapped instanceof NewRow ? Kind.NEW : mapped instanceof ChangedRow ? Kind.CHANGED : Kind.GONE;
        String target = plan.target().name().table();
        return new Subject(kind, change.id(), plan.source(), target, key, change.before(), change.after());
    }

    private static Row values(MappedChange mapped) {
        if (mapped instanceof NewRow row) {
            return row.values();
        }
        return mapped instanceof ChangedRow row ? row.changed() : Row.empty();
    }

    private static MappedChange with(MappedChange mapped, Row values) {
        if (mapped instanceof NewRow row) {
            return new NewRow(values, row.key(), row.snapshot(), row.there());
        }
        return mapped instanceof ChangedRow row ? new ChangedRow(values, row.found(), row.whole(), row.kept()) : mapped;
    }

    private List<SqlStatement> statements(Addition addition) {
        StatementGenerator generator = others.apply(addition.table());
        if (addition.key().isEmpty()) {
            throw new MappingException(
                    ErrorCode.PROCESSOR_FAILED,
                    "processor " + processor.name() + ": a row of " + addition.table() + " without its key");
        }
        if (addition.values() == null) {
            return generator.statements(new UnwantedRow(addition.key(), false));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(addition.key().asMap());
        all.putAll(addition.values().asMap());
        Row fitted = values.fitted(generator.target(), Row.of(all), addition.key());
        return generator.statements(new PutRow(fitted, addition.key()));
    }
}

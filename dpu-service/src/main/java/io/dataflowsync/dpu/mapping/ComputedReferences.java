package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.Optional;

/**
 * Refuses columns with keys that the target computes from the wrong values.
 *
 * <p>These are columns that refer to rows with new keys but are computed from old keys, and columns that other tables refer to but are
 * computed from columns with other values on the target.
 */
public final class ComputedReferences {
    /** Finds the expression of a column of the target. */
    public interface Expressions {
        Optional<String> of(String table, String column);
    }

    private final PipelineConfig config;
    private final Tables tables;
    private final KeyMeanings meanings;
    private final Expressions expressions;

    public ComputedReferences(PipelineConfig config, Tables tables, Expressions expressions) {
        this.config = config;
        this.tables = tables;
        this.meanings = new KeyMeanings(config, tables);
        this.expressions = expressions;
    }

    /** @throws MappingException if a column would have another key than the source's row */
    public void require(TablePlan plan, TableConfig settings) {
        MappedNames names = new MappedNames(plan.source(), settings);
        for (ColumnDefinition column : tables.sourceTable(plan.source()).columns()) {
            if (names.rule(column.name()).isWritten()) {
                plan.target()
                        .column(names.onTarget(column.name()))
                        .filter(ColumnDefinition::generated)
                        .ifPresent(there -> require(plan, column.name(), there));
            }
        }
    }

    private void require(TablePlan plan, String column, ColumnDefinition there) {
        KeyMeaning meaning = meanings.of(tables.sourceTable(plan.source()), column);
        ComputedKey computed = new ComputedKey(plan, expressions);
        if (!(meaning instanceof KeyMeaning.Plain) && !computed.means(there.name(), meaning)) {
            throw refused(
                    plan,
                    there,
                    "refers to rows that get other keys there; name what it is computed from under references of "
                            + plan.source().table());
        }
        if (meaning instanceof KeyMeaning.Plain && isReferredTo(plan, column) && !computed.isAsInSource(there.name())) {
            throw refused(plan, there, "is a column that rows of other tables refer to");
        }
    }

    private MappingException refused(TablePlan plan, ColumnDefinition there, String why) {
        String expression =
                expressions.of(plan.target().name().table(), there.name()).orElse("columns that it does not show");
        return new MappingException(
                ErrorCode.TARGET_COMPUTES,
                "the target computes '" + plan.target().name().table() + "." + there.name() + "' from " + expression
                        + ", which may have other values than the source's, and it " + why
                        + "; or let the column take its own value: run ALTER TABLE "
                        + Identifiers.quoted(plan.target().name()) + " MODIFY " + Identifiers.quoted(there.name())
                        + " " + there.type() + (there.nullable() ? "" : " NOT NULL") + " there");
    }

    private boolean isReferredTo(TablePlan plan, String column) {
        MappedNames names = MappedNames.of(config, plan.source());
        for (TableDefinition child : tables.referring(plan.source())) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.parent().equals(plan.source())
                        && key.parentColumns().stream().map(names::onTopic).anyMatch(column::equalsIgnoreCase)) {
                    return true;
                }
            }
        }
        return false;
    }
}

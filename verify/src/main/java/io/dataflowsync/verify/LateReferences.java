package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.verify.ForeignKeys.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the columns that are taken for references although the source has no foreign key for them, and the pipeline file has no rule. */
final class LateReferences {
    private final PipelineConfig config;
    private final KeyOrigins meanings;
    private final ForeignKeys foreignKeys;

    LateReferences(PipelineConfig config, KeyOrigins meanings, ForeignKeys foreignKeys) {
        this.config = config;
        this.meanings = meanings;
        this.foreignKeys = foreignKeys;
    }

    /** A line for each of these columns. */
    List<String> remarks(Collection<TableDefinition> captured) {
        List<String> remarks = new ArrayList<>();
        for (TableDefinition table : captured) {
            for (ColumnDefinition column : table.columns()) {
                why(table, column.name())
                        .ifPresent(why -> remarks.add(table.name().table() + "." + column.name()
                                + ": taken for a reference only because of " + why));
            }
        }
        return remarks;
    }

    private Optional<String> why(TableDefinition table, String column) {
        boolean isDeclared = config.table(table.name().table()).references().containsKey(column);
        if (isDeclared || meanings.of(table, column).equals(Meaning.PLAIN)) {
            return Optional.empty();
        }
        return foreignKeys
                .witness(table.name(), column)
                .filter(witness -> witness != Witness.SOURCE)
                .map(witness -> witness == Witness.TARGET
                        ? "the target's foreign key"
                        : "what the pipeline has published of the table before");
    }
}

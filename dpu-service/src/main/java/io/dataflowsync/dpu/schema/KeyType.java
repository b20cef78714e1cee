package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.dataflowsync.pipeline.config.Identity;
import java.util.List;

/** Refuses a statement that makes a column of new keys a text: new keys are numbers. */
final class KeyType {
    private final TargetIdentifiers names;
    private final TableName table;

    /** @param table the name of the table before the statement */
    KeyType(TargetIdentifiers names, TableName table) {
        this.names = names;
        this.table = table;
    }

    /**
     * Refuses a statement after which the values of a key cannot have the same meaning as before.
     *
     * @param now the table after the statement
     * @param carried the parts of the statement for the target's table
     */
    void require(TableDefinition now, List<Part> carried) {
        List<String> firstKey = now.firstKey();
        List<String> key = firstKey == null ? now.primaryKey() : firstKey;
        boolean isText = key.size() == 1
                && now.column(key.get(0)).filter(c -> !c.isInteger()).isPresent();
        if (isText
                && !(names.identity(table) instanceof Identity.Keep)
                && isNumber(before(names.columnOnTarget(now.name(), key.get(0)), carried))) {
            throw new RefusedException(
                    "the key " + key.get(0) + " of " + table
                            + ", whose rows have new keys on the target, becomes a text:"
                            + " begin with a new snapshot under another project name, with another log schema and an empty target");
        }
    }

    /** The name that the target's column had before the statement. */
    private static String before(String column, List<Part> carried) {
        return carried.stream()
                .map(Part::wanted)
                .filter(wanted -> wanted instanceof Wanted.RenamedColumn renamed
                        && renamed.to().equalsIgnoreCase(column))
                .map(wanted -> ((Wanted.RenamedColumn) wanted).from())
                .findFirst()
                .orElse(column);
    }

    private boolean isNumber(String column) {
        return names.target(table)
                .flatMap(there -> there.column(column))
                .filter(ColumnDefinition::isInteger)
                .isPresent();
    }
}

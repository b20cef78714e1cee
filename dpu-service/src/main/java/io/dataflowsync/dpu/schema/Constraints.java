package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.event.TableName;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexNameAndTypeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys, indexes and foreign keys of one table for the target. */
final class Constraints {
    private final Names names;
    private final TableName table;
    private final TableParts parts;

    Constraints(Names names, TableName table, TableParts parts) {
        this.names = names;
        this.table = table;
        this.parts = parts;
    }

    /** Why the target gets none of it; empty where it does. */
    Optional<String> leftOut(TableConstraintDefContext constraint) {
        if (constraint.checkConstraint() != null) {
            return Optional.of("a CHECK constraint: the source ignores it");
        }
        if (parts.namesDropped(constraint)) {
            return Optional.of("a key over a column that is not captured");
        }
        if (constraint.references() != null) {
            TableName parent = names.source(constraint.references().tableRef());
            if (!names.isCaptured(parent)) {
                return Optional.of("a foreign key to " + parent + ", which is not captured");
            }
        }
        return Optional.empty();
    }

    static boolean isPrimaryKey(TableConstraintDefContext constraint) {
        return constraint.PRIMARY_SYMBOL() != null;
    }

    String text(TableConstraintDefContext constraint) {
        return parts.text(constraint);
    }

    /** What shows that it is there; an index without a name is seen by nothing that tells it from others. */
    Wanted wanted(TableConstraintDefContext constraint) {
        String target = names.table(table);
        String constraintName = constraint.constraintName() != null
                        && constraint.constraintName().identifier() != null
                ? Identifier.last(constraint.constraintName().identifier())
                : null;
        if (constraint.FOREIGN_SYMBOL() != null) {
            return constraintName == null ? Wanted.UNSEEN : new Wanted.ForeignKey(target, constraintName, true);
        }
        String index = indexName(constraint);
        String name = index == null ? constraintName : index;
        return name == null ? Wanted.UNSEEN : new Wanted.Index(target, name, true);
    }

    private static @Nullable String indexName(TableConstraintDefContext constraint) {
        IndexNameAndTypeContext named = constraint.indexNameAndType();
        if (named != null && named.indexName() != null) {
            return Identifier.last(named.indexName());
        }
        return constraint.indexName() == null ? null : Identifier.last(constraint.indexName());
    }
}

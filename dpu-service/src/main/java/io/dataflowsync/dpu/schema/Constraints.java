package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexNameAndTypeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates keys, indexes and foreign keys of one table for the target. */
final class Constraints {
    private static final Pattern GENERATED = Pattern.compile("_ibfk_[0-9]+$");

    private final TargetIdentifiers names;
    private final TableName table;
    private final TableParts parts;
    private final Optional<TableDefinition> definition;

    /** @param definition the source's table after the statement */
    Constraints(TargetIdentifiers names, TableName table, TableParts parts, Optional<TableDefinition> definition) {
        this.definition = definition;
        this.names = names;
        this.table = table;
        this.parts = parts;
    }

    /** The reason why the target does not get a constraint; empty if it gets it. */
    Optional<String> leftOut(TableConstraintDefContext constraint) {
        if (constraint.checkConstraint() != null) {
            return Optional.of("a CHECK constraint: the source ignores it");
        }
        if (parts.namesDropped(constraint)) {
            return Optional.of("a key over a column that is not captured");
        }
        if (constraint.references() != null) {
            if (isWithoutReferences()) {
                return Optional.of("a foreign key that the engine of the source's table ignores");
            }
            TableName parent = names.source(constraint.references().tableRef());
            if (!names.isCaptured(parent)) {
                return Optional.of("a foreign key to " + parent + ", which is not captured");
            }
        }
        return Optional.empty();
    }

    private boolean isWithoutReferences() {
        return definition
                .filter(after -> after.foreignKeys().stream().allMatch(ForeignKey::dropped))
                .isPresent();
    }

    /**
     * The target's name of a foreign key that the source drops. It differs from the source's if the target has no foreign key of this name,
     * but one over the same columns to the same table.
     */
    String onTarget(String name, Optional<TableDefinition> target) {
        List<ForeignKey> there = target.map(TableDefinition::foreignKeys).orElse(List.of());
        if (there.stream().anyMatch(key -> key.name().equalsIgnoreCase(name))) {
            return name;
        }
        return definition.stream()
                .flatMap(after -> after.foreignKeys().stream())
                .filter(key -> key.dropped() && key.name().equalsIgnoreCase(name))
                .flatMap(dropped -> there.stream().filter(key -> isSame(dropped, key)))
                .map(ForeignKey::name)
                .findFirst()
                .orElse(name);
    }

    private boolean isSame(ForeignKey dropped, ForeignKey there) {
        List<String> columns = dropped.columns().stream()
                .map(column -> names.columnOnTarget(table, column))
                .toList();
        return there.parent().table().equalsIgnoreCase(names.table(dropped.parent()))
                && areAlike(there.columns(), columns);
    }

    static boolean isPrimaryKey(TableConstraintDefContext constraint) {
        return constraint.PRIMARY_SYMBOL() != null;
    }

    /**
     * The elements that make a constraint.
     *
     * <p>If only the index of a foreign key is named, 5.7 generates a name for the foreign key, and 8.0 gives it the name of the index. So
     * both are written out.
     */
    List<String> texts(TableConstraintDefContext constraint) {
        String index = indexName(constraint);
        Optional<String> given = constraint.FOREIGN_SYMBOL() != null && symbol(constraint) == null && index != null
                ? given(constraint)
                : Optional.empty();
        if (given.isEmpty() || index == null) {
            return List.of(parts.text(constraint));
        }
        String key = "KEY " + Identifiers.quoted(index) + " " + parts.text(constraint.keyList());
        return List.of(
                key,
                "CONSTRAINT " + Identifiers.quoted(given.get()) + " FOREIGN KEY " + parts.text(constraint.keyList())
                        + " " + parts.text(constraint.references()));
    }

    /** The name that the source has generated for a foreign key: of several that are alike, the last one is new. */
    private Optional<String> given(TableConstraintDefContext constraint) {
        List<String> columns = constraint.keyList().keyPart().stream()
                .map(part -> Identifier.last(part.identifier()))
                .map(column -> names.config(table).column(column).wireName(column))
                .toList();
        TableName parent = names.source(constraint.references().tableRef());
        return definition.stream()
                .flatMap(after -> after.foreignKeys().stream())
                .filter(key -> !key.dropped()
                        && GENERATED.matcher(key.name()).find()
                        && key.parent().equals(parent)
                        && areAlike(key.columns(), columns))
                .map(ForeignKey::name)
                .reduce((first, last) -> last);
    }

    private static boolean areAlike(List<String> names, List<String> others) {
        return String.join("/", names).equalsIgnoreCase(String.join("/", others));
    }

    private static @Nullable String symbol(TableConstraintDefContext constraint) {
        return constraint.constraintName() != null
                        && constraint.constraintName().identifier() != null
                ? Identifier.last(constraint.constraintName().identifier())
                : null;
    }

    /** The state of the catalogue that shows a constraint; an index without a name cannot be distinguished from others. */
    Wanted wanted(TableConstraintDefContext constraint) {
        String target = names.table(table);
        String constraintName = symbol(constraint);
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

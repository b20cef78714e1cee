package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the changes that an ALTER TABLE makes to the primary key, and writes them for the target.
 *
 * <p>DROP and ADD become one part, wherever they stand in the statement: alone, the one would leave the target's table without a key, and the
 * other would be refused.
 */
final class PrimaryKeyChange {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private boolean dropped;
    private boolean changed;
    private String added = "";
    private List<String> columns = List.of();

    PrimaryKeyChange(TargetIdentifiers names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    void drop() {
        dropped = true;
        changed = true;
    }

    /**
     * Notes that the table gets this key.
     *
     * @param constraint the text of the key under the target's names
     * @param over the columns of the key in the source
     * @throws RefusedException if the target cannot distinguish the same rows by it
     */
    void add(String constraint, List<String> over) {
        for (String column : over) {
            if (names.drops(table, column)) {
                throw new RefusedException("the column " + column + " of the new key is not captured:"
                        + " take the rule away from it, and begin with a new snapshot under another project name");
            }
            if (names.changesValues(table, column)) {
                throw new RefusedException(
                        "the values of the column " + column + " of the new key differ on the target:"
                                + " take the rule away from it, and begin with a new snapshot under another project name");
            }
        }
        added = constraint;
        columns = over.stream().map(column -> names.column(table, column)).toList();
        changed = true;
    }

    /** Notes a dropped column, by its name on the target; if it was in the key, the key changes. */
    void dropColumn(String column) {
        changed |= isOfKey(column);
    }

    private boolean isOfKey(String column) {
        return target.map(TableDefinition::primaryKey).orElse(List.of()).stream()
                .anyMatch(column::equalsIgnoreCase);
    }

    /** Whether another key distinguishes the rows afterwards. */
    boolean isChanged() {
        return changed;
    }

    /**
     * The parts for the target.
     *
     * @param others the other parts of the statement
     * @param now the source's table after the statement: a column that the source numbers, too, has an index of its own on both sides
     */
    List<Part> parts(List<Part> others, Optional<TableDefinition> now) {
        List<Part> parts = new ArrayList<>();
        String there = names.table(table);
        if (!added.isEmpty()) {
            parts.add(new Part(
                    (dropped ? "DROP PRIMARY KEY, " : "") + "ADD " + added, new Wanted.PrimaryKey(there, columns)));
        } else if (dropped) {
            parts.add(new Part("DROP PRIMARY KEY", new Wanted.Index(there, "PRIMARY", false)));
        }
        if (dropped) {
            numbered(others)
                    .filter(column -> now.stream().noneMatch(source -> isNumberedBy(source, column)))
                    .ifPresent(column ->
                            parts.add(new Part("ADD INDEX (" + Identifiers.quoted(column) + ")", Wanted.UNSEEN)));
        }
        return parts;
    }

    private boolean isNumberedBy(TableDefinition source, String column) {
        return source.columns().stream()
                .filter(ColumnDefinition::autoIncrement)
                .anyMatch(c -> names.columnOnTarget(source.name(), c.name()).equalsIgnoreCase(column));
    }

    /** The AUTO_INCREMENT column of the target, if no key begins with it any more: the server requires such a key. */
    private Optional<String> numbered(List<Part> others) {
        Optional<String> column = target.stream()
                .flatMap(t -> t.columns().stream())
                .filter(ColumnDefinition::autoIncrement)
                .map(ColumnDefinition::name)
                .findFirst();
        boolean goes = others.stream()
                .map(Part::wanted)
                .anyMatch(wanted -> wanted instanceof Wanted.Column gone
                        && !gone.there()
                        && column.filter(gone.column()::equalsIgnoreCase).isPresent());
        return goes
                ? Optional.empty()
                : column.map(name -> others.stream()
                                .map(Part::wanted)
                                .filter(wanted -> wanted instanceof Wanted.RenamedColumn renamed
                                        && renamed.from().equalsIgnoreCase(name))
                                .map(wanted -> ((Wanted.RenamedColumn) wanted).to())
                                .findFirst()
                                .orElse(name))
                        .filter(name -> columns.isEmpty() || !columns.get(0).equalsIgnoreCase(name))
                        .filter(name -> target.stream()
                                .flatMap(t -> t.uniqueKeys().stream())
                                .noneMatch(key -> key.get(0).equalsIgnoreCase(name)));
    }
}

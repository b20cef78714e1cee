package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.Family;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Link;
import io.dataflowsync.sandbox.fuzz.model.Reference;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;
import java.util.Optional;

/** Makes ALTER TABLE statements that change indexes, foreign keys and primary keys. */
final class KeyStatements {
    private final Pick pick;
    private final Profile profile;
    private final Catalogue tables;
    private int named;

    KeyStatements(Pick pick, Profile profile, Catalogue tables) {
        this.pick = pick;
        this.profile = profile;
        this.tables = tables;
    }

    /** Adds or drops an index or a unique key. */
    Optional<Alteration> index(Table table) {
        if (!table.indexes().isEmpty() && pick.chance(40)) {
            String name = pick.of(List.copyOf(table.indexes().keySet()));
            return Optional.of(new Alteration(
                    "DROP INDEX " + FuzzNames.quoted(name), t -> t.indexes().remove(name)));
        }
        List<Column> columns = table.columns().stream()
                .filter(c -> c.type().family() != Family.LARGE)
                .toList();
        named++;
        String name = (pick.chance(30) ? "u" : "i") + "x" + named;
        List<String> of = pick.some(columns, 2).stream().map(Column::name).toList();
        return Optional.of(
                new Alteration("ADD " + TableMaker.index(name) + " (" + FuzzNames.list(of) + ")", t -> t.indexes()
                        .put(name, of)));
    }

    /** Adds a column that refers to a table with its constraint, or drops a constraint, or adds one again. */
    Optional<Alteration> reference(Table table) {
        List<Link> links = table.links();
        if (!links.isEmpty() && pick.chance(50)) {
            Link link = pick.of(links);
            return Optional.of(new Alteration("DROP FOREIGN KEY " + FuzzNames.quoted(link.name()), t -> t.links()
                    .remove(link)));
        }
        Optional<Alteration> again = pick.chance(50) ? again(table) : Optional.empty();
        return again.isPresent() ? again : added(table);
    }

    /** Adds a column that refers to some table, with its constraint. */
    Optional<Alteration> added(Table table) {
        List<Table> parents = tables.tables().stream().filter(Table::hasNewKeys).toList();
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        Table parent = pick.of(parents);
        Column key = parent.column(parent.key().get(0)).orElseThrow();
        named++;
        Reference reference = new Reference(parent.number(), key.name());
        Column column = new Column("ref" + named, key.type(), true, "", false, reference);
        return Optional.of(new Alteration(
                        "ADD COLUMN " + column.definition(), t -> t.columns().add(column))
                .and(constraint(table, column, parent)));
    }

    /** Adds the constraint again for a column whose constraint was dropped. */
    private Optional<Alteration> again(Table table) {
        for (Column column : table.columns()) {
            Reference reference = column.reference();
            boolean free = table.links().stream().noneMatch(l -> l.columns().contains(column.name()));
            if (reference != null && free) {
                return tables.table(reference.table())
                        .filter(p -> p.key().equals(List.of(reference.column())))
                        .map(p -> constraint(table, column, p));
            }
        }
        return Optional.empty();
    }

    private Alteration constraint(Table table, Column column, Table parent) {
        named++;
        String rules = column.nullable() ? pick.of("ON DELETE CASCADE", "ON DELETE SET NULL", "") : "";
        Link link = new Link(
                "fx" + table.number() + "_" + named, List.of(column.name()), parent.number(), parent.key(), rules);
        return new Alteration(
                "ADD " + link.definition(parent.name()), t -> t.links().add(link));
    }

    /** Gives the column of a key another name, or changes the primary key. */
    Optional<Step> key(Table table, int session) {
        if (!table.hasNewKeys() || !profile.has(Feature.KEY_DEFINITIONS)) {
            return Optional.empty();
        }
        Column key = table.column(table.key().get(0)).orElseThrow();
        named++;
        String newName = "id" + named;
        String sql = "ALTER TABLE " + FuzzNames.quoted(table.name()) + " CHANGE COLUMN " + FuzzNames.quoted(key.name())
                + " " + key.named(newName).definition();
        return key.generated()
                ? Optional.empty()
                : Optional.of(Step.tables(session, sql, all -> all.renameColumn(table.number(), key.name(), newName)));
    }
}

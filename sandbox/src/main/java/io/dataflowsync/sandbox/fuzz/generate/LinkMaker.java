package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.Link;
import io.dataflowsync.sandbox.fuzz.model.Reference;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes foreign keys with every rule, to one column or several, to other tables and to the same table. */
final class LinkMaker {
    private final Pick pick;
    private final Profile profile;
    private final Catalogue tables;
    private int made;

    LinkMaker(Pick pick, Profile profile, Catalogue tables) {
        this.pick = pick;
        this.profile = profile;
        this.tables = tables;
    }

    /** Adds columns that refer to some table, and the constraint; nothing if there is no table to refer to. */
    void add(Table table, String prefix) {
        if (profile.has(Feature.RINGS) && !table.key().isEmpty() && pick.chance(20)) {
            refer(table, table, prefix, true);
            return;
        }
        parents().ifPresent(all -> refer(table, pick.of(all), prefix, pick.chance(70)));
    }

    private Optional<List<Table>> parents() {
        List<Table> all = tables.tables().stream()
                .filter(t -> !t.key().isEmpty())
                .filter(t -> t.key().size() == 1 || profile.has(Feature.COMPOSITE_REFERENCES))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private void refer(Table table, Table parent, String prefix, boolean nullable) {
        List<String> columns = new ArrayList<>();
        boolean self = parent.number() == table.number();
        for (String key : List.copyOf(parent.key())) {
            String name = parent.key().size() == 1 ? prefix : prefix + "_" + key;
            columns.add(name);
            Column of = parent.column(key).orElseThrow();
            table.columns()
                    .add(new Column(name, of.type(), nullable || self, "", false, new Reference(parent.number(), key)));
        }
        table.links()
                .add(new Link(
                        constraint(table), columns, parent.number(), List.copyOf(parent.key()), rules(nullable, self)));
    }

    /** A column of the key that refers to a table with new keys; empty if there is no such table. */
    Optional<String> keyOf(Table table, String name) {
        List<Table> all = tables.tables().stream().filter(Table::hasNewKeys).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Table parent = pick.of(all);
        Column of = parent.column(parent.key().get(0)).orElseThrow();
        table.columns().add(new Column(name, of.type(), false, "", false, new Reference(parent.number(), of.name())));
        table.links()
                .add(new Link(
                        constraint(table), List.of(name), parent.number(), List.of(of.name()), rules(false, false)));
        return Optional.of(name);
    }

    private String constraint(Table table) {
        made++;
        return "f" + table.number() + "_" + table.links().size() + "_" + made;
    }

    private String rules(boolean nullable, boolean self) {
        String onDelete = nullable
                ? pick.of("", "ON DELETE CASCADE", "ON DELETE SET NULL", "ON DELETE RESTRICT", "ON DELETE NO ACTION")
                : pick.of("", "ON DELETE CASCADE", "ON DELETE RESTRICT");
        String onUpdate = "";
        if (profile.has(Feature.UPDATE_RULES) && !self) {
            onUpdate = nullable
                    ? pick.of("", " ON UPDATE CASCADE", " ON UPDATE SET NULL", " ON UPDATE RESTRICT")
                    : pick.of("", " ON UPDATE CASCADE");
        }
        return (onDelete + onUpdate).strip();
    }
}

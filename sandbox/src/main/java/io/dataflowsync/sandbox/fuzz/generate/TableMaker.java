package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.Family;
import io.dataflowsync.sandbox.fuzz.model.FuzzColumnType;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Link;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes tables: keys of every kind, columns of every type, and references to existing tables. */
final class TableMaker {
    private final Pick pick;
    private final Profile profile;
    private final Catalogue tables;
    private final LinkMaker links;

    TableMaker(Pick pick, Profile profile, Catalogue tables) {
        this.pick = pick;
        this.profile = profile;
        this.tables = tables;
        this.links = new LinkMaker(pick, profile, tables);
    }

    /** A table that does not exist yet. */
    Table make(int number, String name) {
        Table table = new Table(number, name);
        addKey(table);
        table.columns().add(Column.plain("n", ColumnTypes.small(), pick.chance(50)));
        for (int i = pick.between(1, 5); i > 0; i--) {
            table.columns().add(column("c" + i));
        }
        for (int i = pick.between(0, 2); i > 0; i--) {
            links.add(table, "r" + i);
        }
        addGenerated(table);
        addIndexes(table);
        return table;
    }

    private void addKey(Table table) {
        int kind = pick.between(0, 99);
        if (kind < 55) {
            single(table, true);
        } else if (kind < 63) {
            single(table, false);
        } else if (kind < 78) {
            composite(table);
        } else if (kind < 84) {
            other(table, ColumnTypes.shortText(pick));
        } else if (kind < 87) {
            other(table, ColumnTypes.byteKey());
        } else if (kind < 91 && profile.has(Feature.GENERATED_KEYS)) {
            table.columns().add(Column.plain("k", ColumnTypes.small(), false));
            table.columns()
                    .add(new Column("g", ColumnTypes.small(), false, "AS (`k` * 2 + 1) STORED NOT NULL", true, null));
            table.key().add("g");
        } else if (kind < 95 && profile.has(Feature.SHARED_KEYS)) {
            shared(table);
        }
    }

    private void single(Table table, boolean numbered) {
        table.columns()
                .add(new Column("id", ColumnTypes.key(pick), false, numbered ? "AUTO_INCREMENT" : "", false, null));
        table.key().add("id");
        table.setNumbered(numbered);
    }

    private void other(Table table, FuzzColumnType type) {
        table.columns().add(Column.plain("code", type, false));
        table.key().add("code");
    }

    private void composite(Table table) {
        links.keyOf(table, "p").ifPresentOrElse(key -> table.key().add(key), () -> {
            table.columns().add(Column.plain("a", ColumnTypes.small(), false));
            table.key().add("a");
        });
        table.columns()
                .add(Column.plain("b", pick.chance(60) ? ColumnTypes.small() : ColumnTypes.shortText(pick), false));
        table.key().add("b");
    }

    private void shared(Table table) {
        Optional<String> key = links.keyOf(table, "p");
        if (key.isPresent()) {
            table.key().add(key.get());
        } else {
            single(table, true);
        }
    }

    /** A column that is possible for any table. */
    Column column(String name) {
        FuzzColumnType type = ColumnTypes.any(pick);
        boolean nullable = pick.chance(60) || type.sql().startsWith("TIMESTAMP");
        String rest = "";
        if (type.hasDefault() && pick.chance(35)) {
            rest = "DEFAULT " + type.literal(pick.random());
        } else if (profile.has(Feature.UPDATE_CLOCKS) && pick.chance(8)) {
            return clock(name);
        }
        return new Column(name, type, nullable, rest, false, null);
    }

    private Column clock(String name) {
        FuzzColumnType type = new FuzzColumnType(
                "TIMESTAMP", Family.SCALAR, false, r -> "'2024-0" + (1 + r.nextInt(9)) + "-11 10:00:00'");
        return new Column(name, type, false, "DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP", false, null);
    }

    private void addGenerated(Table table) {
        if (profile.has(Feature.GENERATED_COLUMNS) && pick.chance(35)) {
            String kind = pick.of(" STORED", " VIRTUAL", "");
            table.columns().add(new Column("v", ColumnTypes.small(), true, "AS (`n` + 100)" + kind, true, null));
        }
    }

    private void addIndexes(Table table) {
        List<Column> indexable = table.columns().stream()
                .filter(c -> c.type().family() != Family.LARGE)
                .filter(c -> !table.key().contains(c.name()))
                .toList();
        for (int i = pick.between(0, 2); i > 0; i--) {
            List<String> columns =
                    pick.some(indexable, 2).stream().map(Column::name).toList();
            table.indexes().put((pick.chance(25) ? "u" : "i") + i, columns);
        }
    }

    /** The statement that creates it. */
    String create(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(c -> parts.add(c.definition()));
        if (!table.key().isEmpty()) {
            parts.add("PRIMARY KEY (" + FuzzNames.list(table.key()) + ")");
        }
        for (Map.Entry<String, List<String>> index : table.indexes().entrySet()) {
            parts.add(index(index.getKey()) + " (" + FuzzNames.list(index.getValue()) + ")");
        }
        for (Link link : table.links()) {
            parts.add(link.definition(nameOf(table, link)));
        }
        return "CREATE TABLE " + FuzzNames.quoted(table.name()) + " ("
                + parts.stream().collect(Collectors.joining(", ")) + ")" + options(table);
    }

    private String nameOf(Table table, Link link) {
        return link.parent() == table.number()
                ? table.name()
                : tables.table(link.parent()).orElseThrow().name();
    }

    /** Whether an index of this name is a unique key. */
    static boolean isUnique(String name) {
        return name.startsWith("u");
    }

    /** The definition by the name: {@code UNIQUE KEY `u1`} or {@code KEY `i1`}. */
    static String index(String name) {
        return (isUnique(name) ? "UNIQUE KEY " : "KEY ") + FuzzNames.quoted(name);
    }

    private String options(Table table) {
        String charset =
                pick.of("", "", " DEFAULT CHARACTER SET latin1", " DEFAULT CHARSET=utf8", " COLLATE utf8mb4_bin");
        return charset + (table.isNumbered() ? " AUTO_INCREMENT=" + pick.between(1, 40) : "");
    }
}

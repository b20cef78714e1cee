package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes statements that change, create, rename and drop tables. */
final class TableStatements {
    private static final int MOST_TABLES = 9;
    private static final int FEWEST_TABLES = 3;

    private final Pick pick;
    private final Profile profile;
    private final Catalogue tables;
    private final TableMaker maker;
    private final ColumnStatements columns;
    private final KeyStatements keys;
    private final Writing writing;
    private int made;

    TableStatements(Pick pick, Profile profile, Catalogue tables, TableMaker maker) {
        this.pick = pick;
        this.profile = profile;
        this.tables = tables;
        this.maker = maker;
        this.columns = new ColumnStatements(pick, profile, maker);
        this.keys = new KeyStatements(pick, profile, tables);
        this.writing = new Writing(pick, profile);
    }

    /** The number of the next table. */
    int number() {
        made++;
        return made;
    }

    /** A statement of a kind that the profile has; empty if it has none. */
    Optional<Step> next(int session) {
        List<Feature> kinds = new ArrayList<>(List.of(
                Feature.COLUMN_CHANGES,
                Feature.COLUMN_CHANGES,
                Feature.COLUMN_CHANGES,
                Feature.INDEX_CHANGES,
                Feature.NEW_TABLES,
                Feature.DROPPED_TABLES,
                Feature.LIKE,
                Feature.RENAMES,
                Feature.ROTATIONS,
                Feature.CHARSET_CHANGES,
                Feature.REFERENCE_CHANGES,
                Feature.KEY_DEFINITIONS));
        kinds.removeIf(feature -> !profile.has(feature));
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Table table = pick.of(tables.tables());
        return switch (pick.of(kinds)) {
            case INDEX_CHANGES -> keys.index(table).map(a -> alter(session, table, a));
            case REFERENCE_CHANGES -> keys.reference(table).map(a -> alter(session, table, a));
            case KEY_DEFINITIONS -> keys.key(table, session);
            case CHARSET_CHANGES -> Optional.of(alter(session, table, charset()));
            case NEW_TABLES -> tables.tables().size() < MOST_TABLES ? Optional.of(create(session)) : Optional.empty();
            case DROPPED_TABLES -> drop(session, table);
            case LIKE -> Optional.of(like(session, table));
            case RENAMES -> Optional.of(rename(session, table, name()));
            case ROTATIONS -> rotate(session, table);
            default -> Optional.of(alter(session, table, columns.next(table)));
        };
    }

    private Step alter(int session, Table table, Alteration alteration) {
        String sql = "ALTER TABLE " + FuzzNames.quoted(table.name()) + " " + writing.written(alteration.sql());
        return Step.tables(session, sql, all -> all.change(table.number(), alteration.effect()));
    }

    private Alteration charset() {
        String charset = pick.of("utf8mb4 COLLATE utf8mb4_general_ci", "latin1", "utf8", "utf8mb4 COLLATE utf8mb4_bin");
        return pick.chance(60)
                ? new Alteration("DEFAULT CHARACTER SET " + charset, t -> {})
                : new Alteration("CONVERT TO CHARACTER SET " + charset, t -> {});
    }

    /** The statement that creates a table, at the beginning or later. */
    Step create(int session) {
        int number = number();
        Table table = maker.make(number, "t" + number);
        return Step.tables(session, maker.create(table), all -> all.create(table.copy()));
    }

    /** Adds a reference between two existing tables, which may close a ring. */
    Optional<Step> ring(int session) {
        Table table = pick.of(tables.tables());
        return keys.added(table).map(a -> alter(session, table, a));
    }

    /** Drops a table to which nothing refers, as long as others are left. */
    private Optional<Step> drop(int session, Table table) {
        boolean droppable = !tables.isReferred(table) && !tables.isRemembered(table);
        return droppable && tables.tables().size() > FEWEST_TABLES
                ? Optional.of(Step.tables(
                        session, "DROP TABLE " + FuzzNames.quoted(table.name()), all -> all.drop(table.number())))
                : Optional.empty();
    }

    private Step like(int session, Table table) {
        int number = number();
        String name = "t" + number;
        return Step.tables(
                session,
                "CREATE TABLE " + FuzzNames.quoted(name) + " LIKE " + FuzzNames.quoted(table.name()),
                all -> all.table(table.number()).ifPresent(t -> all.create(t.like(number, name))));
    }

    private String name() {
        return "t" + number() + pick.of("", "_a", "_old_2024", "_x");
    }

    private Step rename(int session, Table table, String to) {
        String sql = pick.chance(50)
                ? "RENAME TABLE " + FuzzNames.quoted(table.name()) + " TO " + FuzzNames.quoted(to)
                : "ALTER TABLE " + FuzzNames.quoted(table.name()) + " RENAME TO " + FuzzNames.quoted(to);
        return Step.tables(session, sql, all -> all.change(table.number(), t -> t.rename(to)));
    }

    /** Swaps the names of two tables; or gives the name of a table that moves to another name to a new table. */
    private Optional<Step> rotate(int session, Table table) {
        Table other = pick.of(tables.tables());
        if (other.number() != table.number() && isApart(other) && isApart(table) && pick.chance(50)) {
            return Optional.of(swap(session, table, other));
        }
        Optional<Table> gone =
                tables.tables().stream().filter(t -> t.name().endsWith("_new")).findFirst();
        if (gone.isPresent() && gone.get().number() != table.number()) {
            return Optional.of(takeOver(session, table, gone.get()));
        }
        int number = number();
        String name = "t" + number + "_new";
        return Optional.of(Step.tables(
                session,
                "CREATE TABLE " + FuzzNames.quoted(name) + " LIKE " + FuzzNames.quoted(table.name()),
                all -> all.table(table.number()).ifPresent(t -> all.create(t.like(number, name)))));
    }

    /** Whether no foreign key involves the table: 8.0.15, also as the replica, crashes at the swap of others (dict0dict.cc:1230). */
    private boolean isApart(Table table) {
        return table.links().isEmpty() && !tables.isReferred(table);
    }

    private static Step swap(int session, Table table, Table other) {
        String first = table.name();
        String second = other.name();
        String sql = "RENAME TABLE " + FuzzNames.quoted(first) + " TO `aside`, " + FuzzNames.quoted(second) + " TO "
                + FuzzNames.quoted(first) + ", `aside` TO " + FuzzNames.quoted(second);
        return Step.tables(session, sql, all -> all.swapNames(Map.of(table.number(), second, other.number(), first)));
    }

    private Step takeOver(int session, Table table, Table fresh) {
        String name = table.name();
        String aside = name();
        String sql = "RENAME TABLE " + FuzzNames.quoted(name) + " TO " + FuzzNames.quoted(aside) + ", "
                + FuzzNames.quoted(fresh.name()) + " TO " + FuzzNames.quoted(name);
        return Step.tables(session, sql, all -> all.swapNames(Map.of(table.number(), aside, fresh.number(), name)));
    }
}

package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.Family;
import io.dataflowsync.sandbox.fuzz.model.FuzzColumnType;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes ALTER TABLE statements that change the columns of a table. */
final class ColumnStatements {
    private static final Pattern LENGTH = Pattern.compile("(VARCHAR|CHAR|VARBINARY)\\((\\d+)\\)");
    private static final int WIDER = 12;

    private final Pick pick;
    private final Profile profile;
    private final TableMaker maker;
    private int named;

    ColumnStatements(Pick pick, Profile profile, TableMaker maker) {
        this.pick = pick;
        this.profile = profile;
        this.maker = maker;
    }

    /** A change of columns that is possible for the table. */
    Alteration next(Table table) {
        return switch (pick.between(0, 9)) {
            case 0, 1, 2 -> add(table);
            case 3 -> add(table).and(add(table));
            case 4 -> drop(table);
            case 5, 6 -> modify(table);
            case 7 -> change(table);
            case 8 -> setDefault(table);
            default -> drop(table).and(add(table));
        };
    }

    private Alteration add(Table table) {
        Column column = session(added(name()));
        Position position = position(table, column.name());
        return new Alteration("ADD COLUMN " + column.definition() + position.sql(), t -> position.place(t, column));
    }

    /** A new column without a default that rows get silently, since that depends on the session. */
    private Column added(String name) {
        Column column = maker.column(name);
        boolean explicit = column.nullable() || column.rest().startsWith("DEFAULT");
        return explicit ? column : column.with(column.type(), true, "");
    }

    private Column session(Column column) {
        if (!profile.has(Feature.SESSION_DEFINITIONS) || !pick.chance(30)) {
            return column;
        }
        FuzzColumnType type = new FuzzColumnType(
                pick.of("TIMESTAMP", "DATETIME"),
                Family.SCALAR,
                false,
                r -> "'2024-0" + (1 + r.nextInt(9)) + "-01 00:00:00'");
        return column.with(type, false, "DEFAULT " + pick.of("'2024-05-05 05:05:05'", "CURRENT_TIMESTAMP"));
    }

    private String name() {
        named++;
        String name = "d" + named;
        return profile.has(Feature.CAPITAL_NAMES) && pick.chance(40) ? name.toUpperCase(Locale.ROOT) : name;
    }

    private Alteration drop(Table table) {
        return free(table)
                .map(c -> new Alteration("DROP COLUMN " + FuzzNames.quoted(c.name()), t -> t.columns()
                        .removeIf(other -> other.name().equals(c.name()))))
                .orElseGet(() -> add(table));
    }

    private Alteration modify(Table table) {
        Optional<Column> column = free(table).filter(c -> !c.generated());
        if (column.isEmpty()) {
            return add(table);
        }
        Column changed = column.get().with(wider(column.get().type()), true, "");
        Position position = pick.chance(50) ? Position.SAME : position(table, changed.name());
        return new Alteration("MODIFY COLUMN " + changed.definition() + position.sql(), t -> position.move(t, changed));
    }

    private static FuzzColumnType wider(FuzzColumnType type) {
        Matcher matcher = LENGTH.matcher(type.sql());
        if (!matcher.find()) {
            return type;
        }
        int length = Integer.parseInt(matcher.group(2)) + WIDER;
        String sql =
                type.sql().substring(0, matcher.start(2)) + length + type.sql().substring(matcher.end(2));
        return new FuzzColumnType(sql, type.family(), type.hasDefault(), type.literals());
    }

    private Alteration change(Table table) {
        Optional<Column> column = free(table).filter(c -> !c.generated());
        if (column.isEmpty()) {
            return add(table);
        }
        String old = column.get().name();
        Column changed = column.get().named(name());
        Position position = pick.chance(60) ? Position.SAME : position(table, old);
        return new Alteration(
                "CHANGE COLUMN " + FuzzNames.quoted(old) + " " + changed.definition() + position.sql(), t -> {
                    t.replace(old, changed);
                    position.move(t, changed);
                });
    }

    private Alteration setDefault(Table table) {
        Optional<Column> column =
                free(table).filter(c -> !c.generated() && c.type().hasDefault());
        if (column.isEmpty()) {
            return add(table);
        }
        Column of = column.get();
        String literal = of.type().literal(pick.random());
        return new Alteration(
                "ALTER COLUMN " + FuzzNames.quoted(of.name()) + " SET DEFAULT " + literal,
                t -> t.replace(of.name(), of.with(of.type(), of.nullable(), "DEFAULT " + literal)));
    }

    private Optional<Column> free(Table table) {
        List<Column> free =
                table.free().stream().filter(c -> !c.name().equals("n")).toList();
        return free.isEmpty() || table.columns().size() < 3 ? Optional.empty() : Optional.of(pick.of(free));
    }

    private Position position(Table table, String except) {
        List<String> others = table.columns().stream()
                .map(Column::name)
                .filter(n -> !n.equals(except))
                .toList();
        int kind = pick.between(0, 9);
        return kind < 5 || others.isEmpty()
                ? Position.LAST
                : kind < 7 ? Position.FIRST : Position.after(pick.of(others));
    }
}

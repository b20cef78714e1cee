package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.RowColumns;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.TargetCascades;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows how rows of a target table are written: the forms of its columns, and the shapes of its statements. Each shape is made once. */
public final class TableForm {
    private static final RowColumns NONE = RowColumns.of(List.of());

    private final TableDefinition table;
    private final String name;
    private final RowKey key;
    private final TargetCascades cascades;
    private final Map<String, ColumnForm> forms = new LinkedHashMap<>();
    private final Map<Wanted, Shape> shapes = new ConcurrentHashMap<>();

    /**
     * @param key the columns that distinguish its rows in the source; none if only the whole row does, or if it is not known
     * @param cascades the changes that the target's foreign keys make along with a row of it
     */
    TableForm(TableDefinition table, List<String> key, TargetCascades cascades) {
        this.table = table;
        this.cascades = cascades;
        this.key = new RowKey(table, key);
        this.name = Identifiers.quoted(table.name());
        for (ColumnDefinition column : table.columns()) {
            forms.put(column.name(), new ColumnForm(column));
        }
    }

    private record Wanted(Shape.Kind kind, RowColumns written, RowColumns key) {}

    TableDefinition definition() {
        return table;
    }

    /** The quoted name, with the schema. */
    String name() {
        return name;
    }

    /** Whether rows of other tables refer to its rows, so that they may be deleted or emptied along with one. */
    boolean isReferredTo() {
        return cascades.isReferredTo();
    }

    /** Whether rows of other tables change along with this column. */
    boolean isFollowed(String column) {
        return cascades.isFollowed(column);
    }

    /** The key that finds one row and no other. */
    RowKey key() {
        return key;
    }

    ColumnForm form(String column) {
        ColumnForm form = forms.get(column);
        if (form == null) {
            throw new IllegalStateException("the target's table " + table.name() + " has no column " + column);
        }
        return form;
    }

    Shape insert(RowColumns columns) {
        return shape(Shape.Kind.INSERT, columns, NONE);
    }

    Shape update(RowColumns columns, RowColumns found) {
        key.require("UPDATE", found.names(), false);
        return shape(Shape.Kind.UPDATE, columns, found);
    }

    Shape delete(RowColumns found) {
        key.require("DELETE", found.names(), false);
        return shape(Shape.Kind.DELETE, NONE, found);
    }

    private Shape shape(Shape.Kind kind, RowColumns written, RowColumns key) {
        Wanted wanted = new Wanted(kind, written, key);
        Shape known = shapes.get(wanted);
        return known == null ? shapes.computeIfAbsent(wanted, this::make) : known;
    }

    private Shape make(Wanted wanted) {
        List<String> written = wanted.written.names();
        StringBuilder sql = new StringBuilder();
        List<String> pieces = new ArrayList<>();
        int tupleFrom = 0;
        if (wanted.kind == Shape.Kind.INSERT) {
            sql.append("INSERT INTO ").append(name).append(" (");
            sql.append(
                    String.join(", ", written.stream().map(Identifiers::quoted).toList()));
            sql.append(") VALUES ");
            tupleFrom = sql.length();
            each(written, "(", ", ", column -> form(column).written(), sql, pieces);
            sql.append(written.isEmpty() ? "()" : ")");
        } else if (wanted.kind == Shape.Kind.UPDATE) {
            sql.append("UPDATE ").append(name);
            each(
                    written,
                    " SET ",
                    ", ",
                    column -> Identifiers.quoted(column) + " = " + form(column).written(),
                    sql,
                    pieces);
        } else {
            sql.append("DELETE FROM ").append(name);
        }
        each(wanted.key.names(), " WHERE ", " AND ", column -> form(column).keyed(), sql, pieces);
        pieces.add(sql.toString());
        return new Shape(
                wanted.kind,
                this,
                wanted.written,
                wanted.key,
                String.join("?", pieces),
                List.copyOf(pieces),
                tupleFrom);
    }

    private interface Part {
        String of(String column);
    }

    /** Appends a part for each column, and ends a piece at each question mark of a value. */
    private static void each(
            List<String> columns, String first, String next, Part part, StringBuilder sql, List<String> pieces) {
        String separator = first;
        for (String column : columns) {
            sql.append(separator);
            separator = next;
            boolean quoted = false;
            for (char c : part.of(column).toCharArray()) {
                quoted ^= c == '`';
                if (c == '?' && !quoted) {
                    pieces.add(sql.toString());
                    sql.setLength(0);
                } else {
                    sql.append(c);
                }
            }
        }
    }
}

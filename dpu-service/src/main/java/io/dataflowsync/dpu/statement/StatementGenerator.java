package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.EmptiedReference;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappedChange.BackRow;
import io.dataflowsync.dpu.mapping.MappedChange.ChangedRow;
import io.dataflowsync.dpu.mapping.MappedChange.GoneRow;
import io.dataflowsync.dpu.mapping.MappedChange.NewRow;
import io.dataflowsync.dpu.mapping.MappedChange.PutRow;
import io.dataflowsync.dpu.mapping.MappedChange.UnwantedRow;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.relationship.KeyRange;
import io.dataflowsync.dpu.statement.SqlStatement.Expected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates the statements that write the rows of one target table. */
public final class StatementGenerator {
    private static final int DELETED_AT_ONCE = 1_000;

    /** Hint for a DELETE of a row whose referring rows stay. */
    private static final String UNCHECKED = "/*+ SET_VAR(foreign_key_checks = 0) */ ";

    private final TableForm form;
    private final String table;
    private final InvalidMembers invalid;
    private final TargetCascades cascades;

    public StatementGenerator(TableDefinition target) {
        this(target, TargetCascades.NONE, List.of());
    }

    /**
     * Creates the generator of a table.
     *
     * @param cascades the rows that the target deletes along with a row of the table
     * @param key the columns that distinguish its rows in the source; none if only the whole row does, or if it is not known
     */
    public StatementGenerator(TableDefinition target, TargetCascades cascades, List<String> key) {
        this.form = new TableForm(target, key, cascades);
        this.cascades = cascades;
        this.table = form.name();
        this.invalid = new InvalidMembers(target);
    }

    /** The target's table. */
    public TableDefinition target() {
        return form.definition();
    }

    /** Generates the statements of a change, in order; none if the change leaves the target as it is. */
    public List<SqlStatement> statements(MappedChange change) {
        List<SqlStatement> statements = unchecked(change);
        return change.computed().isEmpty() ? statements : checked(statements, change);
    }

    /** Adds a check of the values that the target has computed to the last statement. */
    private List<SqlStatement> checked(List<SqlStatement> statements, MappedChange change) {
        Check check = check(change.rowAfter(), change.computed());
        if (statements.isEmpty()) {
            return List.of(check.query().checked(check));
        }
        List<SqlStatement> checked = new ArrayList<>(statements);
        int last = checked.size() - 1;
        checked.set(last, checked.get(last).checked(check));
        return List.copyOf(checked);
    }

    private Check check(Row key, Row computed) {
        List<@Nullable Object> values = new ArrayList<>();
        String found =
                key.columns().stream().map(name -> form.form(name).keyed()).collect(Collectors.joining(" AND "));
        bindKeyed(key, values);
        List<String> same = new ArrayList<>();
        List<@Nullable Object> wanted = new ArrayList<>();
        computed.forEach((name, value) -> {
            same.add(form.form(name).compared(value));
            wanted.add(value);
            form.form(name).bindCompared(value, values);
        });
        return new Check(
                table,
                List.copyOf(computed.columns()),
                wanted,
                "(" + found + " AND NOT (" + String.join(" AND ", same) + "))",
                values);
    }

    private List<SqlStatement> unchecked(MappedChange change) {
        if (change instanceof NewRow row) {
            Set<String> columns = invalid.in(row.values());
            return columns.isEmpty() ? List.of(newRow(row)) : withInvalid(row, columns);
        }
        if (change instanceof ChangedRow row) {
            Set<String> columns = invalid.in(row.changed());
            return columns.isEmpty() ? changed(row) : withInvalid(row, columns);
        }
        if (change instanceof UnwantedRow row) {
            return deleteAll(
                    List.copyOf(row.key().columns()), List.of(row.key()), Expected.ONE_OR_NONE, row.asWritten());
        }
        if (change instanceof BackRow row) {
            return List.of(insertAgain(row));
        }
        if (change instanceof PutRow row) {
            return unchecked(new NewRow(row.values(), row.key(), true, false));
        }
        return List.of(delete((GoneRow) change));
    }

    private List<SqlStatement> changed(ChangedRow row) {
        return row.changed().isEmpty() ? List.of() : List.of(update(withKept(row), Expected.ONE, null));
    }

    private static ChangedRow withKept(ChangedRow row) {
        if (row.kept().isEmpty()) {
            return row;
        }
        Map<String, @Nullable Object> written =
                new LinkedHashMap<>(row.changed().asMap());
        row.kept().forEach(written::putIfAbsent);
        return new ChangedRow(Row.of(written), row.found(), row.whole());
    }

    private List<SqlStatement> withInvalid(NewRow row, Set<String> columns) {
        if (!row.key().isEmpty()) {
            return withKeyAndInvalid(row, columns);
        }
        Row valid = invalid.withStandIns(row.values(), columns);
        return List.of(
                newRow(new NewRow(valid, row.key(), row.snapshot(), row.there())),
                invalidate(columns, clocked(column -> true), valid, true));
    }

    /**
     * Writes a row with a key and invalid values.
     *
     * <p>No valid value stands in for an invalid one here, because another row may have it in a key. The row is inserted without the strict
     * check, and then all its valid values are written again under the check.
     */
    private List<SqlStatement> withKeyAndInvalid(NewRow row, Set<String> columns) {
        List<SqlStatement> statements = new ArrayList<>();
        Row valid = without(row.values(), columns);
        SqlStatement invalidated = invalidate(columns, clocked(column -> true), row.key(), false);
        if (row.there()) {
            statements.add(invalidated.otherwise(insertNotStrict(row.values(), null)));
        } else {
            statements.add(insertNotStrict(row.values(), row.snapshot() ? exactly(invalidated, row.key()) : null));
        }
        if (!valid.isEmpty()) {
            statements.add(update(new ChangedRow(valid, row.key(), false), Expected.ONE, null));
        }
        return statements;
    }

    private SqlStatement insertNotStrict(Row row, @Nullable SqlStatement otherwise) {
        return insertWith("", row, Expected.ONE, otherwise);
    }

    /** Inserts a deleted row again. The next statement deletes it again, so its values need not be exact. */
    private SqlStatement insertAgain(BackRow row) {
        Expected expected = row.mayBeOthers() ? Expected.NEW_OR_NOTHING : Expected.ONE;
        return insertWith("SET_VAR(foreign_key_checks = 0) ", row.values(), expected, null);
    }

    private SqlStatement insertWith(String hints, Row row, Expected expected, @Nullable SqlStatement otherwise) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        row.forEach((name, value) -> form.form(name).bindWritten(value, values));
        String set = row.columns().stream()
                .map(name -> Identifiers.quoted(name) + " = " + form.form(name).written())
                .collect(Collectors.joining(", "));
        String sql = "INSERT /*+ " + hints + InvalidMembers.NEW_NOT_STRICT + " */ INTO " + table + " SET " + set;
        return new SqlStatement(sql, values, expected, otherwise);
    }

    private List<SqlStatement> withInvalid(ChangedRow row, Set<String> columns) {
        List<SqlStatement> statements = new ArrayList<>();
        List<String> unclocked =
                clocked(column -> row.kept().has(column) || row.changed().has(column));
        statements.add(invalidate(columns, unclocked, row.found(), row.whole()));
        Row found = row.whole() ? invalid.invalid(row.found(), columns) : row.found();
        statements.addAll(changed(new ChangedRow(without(row.changed(), columns), found, row.whole(), row.kept())));
        return statements;
    }

    /** The columns that the target sets to its clock. */
    private List<String> clocked(Predicate<String> wanted) {
        return form.definition().clocked().stream().filter(wanted).toList();
    }

    /** @param unclocked the columns that keep their values: the target's clock does not set them */
    private SqlStatement invalidate(Set<String> columns, List<String> unclocked, Row found, boolean whole) {
        StringBuilder sql =
                new StringBuilder("UPDATE ").append(InvalidMembers.NOT_STRICT).append(table);
        String separator = " SET ";
        for (String column : columns) {
            sql.append(separator)
                    .append(Identifiers.quoted(column))
                    .append(" = ")
                    .append(invalid.literal(column));
            separator = ", ";
        }
        unclocked.stream()
                .map(Identifiers::quoted)
                .forEach(name -> sql.append(", ").append(name).append(" = ").append(name));
        form.key().require("UPDATE", found.columns(), whole);
        List<@Nullable Object> values = new ArrayList<>();
        sql.append(where(found, whole, values));
        return new SqlStatement(sql.toString(), values, Expected.ONE, null);
    }

    /** Whether the server prevents two rows with the same values in these columns; always true if the table has no key. */
    public boolean distinguish(Collection<String> columns) {
        return form.key().distinguishesRows(columns);
    }

    /** Deletes the rows with these keys, which may be gone already; each key has the columns in this order. */
    public List<SqlStatement> deleteAll(List<String> columns, List<Row> keys) {
        return deleteAll(columns, keys, Expected.ANY, false);
    }

    /** The same, but only rows whose keys are exactly these texts, not those that are merely equal by the target's collation. */
    public List<SqlStatement> deleteAllWritten(List<String> columns, List<Row> keys) {
        return deleteAll(columns, keys, Expected.ANY, true);
    }

    /**
     * Deletes the rows whose keys are in these ranges.
     *
     * @param column the key column
     * @param constants the constants that the rows have
     */
    public List<SqlStatement> deleteRanges(String column, Row constants, List<KeyRange> ranges) {
        List<String> found = new ArrayList<>(constants.columns());
        found.add(column);
        if (!ranges.isEmpty()) {
            form.key().require("DELETE", found, false);
        }
        return new RangeDeletes(form).of(column, constants, ranges);
    }

    /** Deletes all rows with numbers of these ranges in a column, any number for each: only the rows that are meant have them. */
    public List<SqlStatement> deleteRangesOf(String column, List<KeyRange> ranges) {
        return new RangeDeletes(form).of(column, Row.empty(), ranges);
    }

    private List<SqlStatement> deleteAll(List<String> columns, List<Row> keys, Expected expected, boolean asWritten) {
        if (!keys.isEmpty()) {
            form.key().require("DELETE", columns, false);
        }
        return deletes(columns, keys, expected, asWritten);
    }

    private List<SqlStatement> deletes(List<String> columns, List<Row> keys, Expected expected, boolean asWritten) {
        List<SqlStatement> statements = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += DELETED_AT_ONCE) {
            List<Row> chunk = keys.subList(from, Math.min(keys.size(), from + DELETED_AT_ONCE));
            List<@Nullable Object> values = new ArrayList<>();
            chunk.forEach(key -> columns.forEach(column -> {
                form.form(column).bindKeyed(key.get(column), values);
                if (asWritten && form.form(column).isText()) {
                    form.form(column).bindCompared(key.get(column), values);
                }
            }));
            statements.add(new SqlStatement(
                    "DELETE FROM " + table + " WHERE " + oneOf(columns, chunk.size(), asWritten),
                    values,
                    expected,
                    null));
        }
        return statements;
    }

    /**
     * Condition for several keys. IN with several columns is not used: 8.0 misses rows by it if a text has another character set than the
     * connection.
     */
    private String oneOf(List<String> columns, int rows, boolean asWritten) {
        boolean isWritten = asWritten
                && columns.stream().anyMatch(column -> form.form(column).isText());
        if (columns.size() == 1 && !isWritten && form.form(columns.get(0)).isPlainlyKeyed()) {
            return "(" + Identifiers.quoted(columns.get(0)) + ") IN ("
                    + String.join(", ", Collections.nCopies(rows, "(?)")) + ")";
        }
        String one = columns.stream()
                .map(form::form)
                .map(column -> column.keyed() + (isWritten && column.isText() ? " AND " + column.compared() : ""))
                .collect(Collectors.joining(" AND "));
        return String.join(" OR ", Collections.nCopies(rows, "(" + one + ")"));
    }

    /**
     * Query for the keys of the rows that have these values. It returns the number in the list and the key, at most three keys for each
     * number.
     */
    public SqlStatement matching(String keyColumn, List<Row> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ")
                    .append("(SELECT ")
                    .append(i)
                    .append(", CAST(")
                    .append(Identifiers.quoted(keyColumn))
                    .append(" AS CHAR) FROM ")
                    .append(table)
                    .append(where(rows.get(i), false, values))
                    .append(" LIMIT 3)");
        }
        return new SqlStatement(sql.toString(), values, Expected.ANY, null);
    }

    /**
     * Sets a reference to NULL in all rows where it has this key and no column of it is NULL: a reference that is partly NULL refers to no
     * row.
     */
    public static SqlStatement empty(EmptiedReference reference, Object key) {
        Stream<String> emptied = reference.columns().stream().map(column -> Identifiers.quoted(column) + " = NULL");
        Stream<String> kept =
                reference.table().clocked().stream().map(Identifiers::quoted).map(column -> column + " = " + column);
        String others = reference.columns().stream()
                .filter(column -> !column.equals(reference.referring()))
                .map(column -> " AND " + Identifiers.quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining());
        String sql = "UPDATE " + Identifiers.quoted(reference.table().name()) + " SET "
                + Stream.concat(emptied, kept).collect(Collectors.joining(", ")) + " WHERE "
                + Identifiers.quoted(reference.referring()) + " = ?" + others;
        return new SqlStatement(sql, List.of(key), Expected.ANY, null);
    }

    private SqlStatement newRow(NewRow row) {
        if (!row.snapshot() || row.key().isEmpty()) {
            return insert(row.values(), null);
        }
        ChangedRow again = new ChangedRow(without(row.values(), row.key().columns()), row.key(), false);
        if (again.changed().isEmpty()) {
            again = new ChangedRow(row.key(), row.key(), false);
        }
        SqlStatement changed = exactly(update(again, Expected.ONE, null), row.key());
        return row.there() ? update(again, Expected.ONE, insert(row.values(), null)) : insert(row.values(), changed);
    }

    private boolean hasTextKey(Row key) {
        return key.columns().stream().anyMatch(column -> form.form(column).isText());
    }

    /**
     * Limits an UPDATE to exactly this key: the row that is in the way may have another key, which the target's collation treats as equal.
     */
    private SqlStatement exactly(SqlStatement update, Row found) {
        if (!hasTextKey(found)) {
            return update;
        }
        StringBuilder sql = new StringBuilder(update.sql());
        List<@Nullable Object> values = new ArrayList<>(update.values());
        found.forEach((name, value) -> {
            if (form.form(name).isText()) {
                sql.append(" AND ").append(form.form(name).compared());
                form.form(name).bindCompared(value, values);
            }
        });
        return new SqlStatement(sql.toString(), values, Expected.ONE, null);
    }

    private static Row without(Row row, Set<String> columns) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(row.asMap());
        columns.forEach(rest::remove);
        return Row.of(rest);
    }

    private SqlStatement insert(Row row, @Nullable SqlStatement otherwise) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        row.forEach((name, value) -> form.form(name).bindWritten(value, values));
        return new SqlStatement(form.insert(row.names()), values, Expected.ONE, otherwise, null);
    }

    private SqlStatement update(ChangedRow row, Expected expected, @Nullable SqlStatement otherwise) {
        form.key().require("UPDATE", row.found().columns(), row.whole());
        List<@Nullable Object> values = new ArrayList<>();
        row.changed().forEach((name, value) -> form.form(name).bindWritten(value, values));
        if (!row.whole()) {
            bindKeyed(row.found(), values);
            Shape shape = form.update(row.changed().names(), row.found().names());
            return new SqlStatement(shape, values, expected, otherwise, null);
        }
        StringBuilder sql = new StringBuilder("UPDATE ").append(table).append(" SET ");
        String separator = "";
        for (String name : row.changed().columns()) {
            sql.append(separator).append(Identifiers.quoted(name)).append(" = ");
            sql.append(form.form(name).written());
            separator = ", ";
        }
        sql.append(where(row.found(), true, values));
        return new SqlStatement(sql.toString(), values, expected, otherwise);
    }

    private SqlStatement delete(GoneRow row) {
        form.key().require("DELETE", row.found().columns(), row.whole());
        boolean cascaded =
                form.definition().foreignKeys().stream().anyMatch(key -> key.onDelete() == ForeignKey.Rule.CASCADE);
        Expected expected = cascaded ? Expected.ONE_OR_GONE : Expected.ONE;
        if (row.alone()) {
            List<@Nullable Object> values = new ArrayList<>();
            String sql = "DELETE " + UNCHECKED + "FROM " + table + where(row.found(), row.whole(), values);
            return new SqlStatement(sql, values, expected, null);
        }
        Cascade cascade = cascades.isEmpty() ? null : cascade(row);
        List<@Nullable Object> values = new ArrayList<>();
        if (!row.whole()) {
            bindKeyed(row.found(), values);
            return new SqlStatement(form.delete(row.found().names()), values, expected, null, cascade);
        }
        String sql = "DELETE FROM " + table + where(row.found(), true, values);
        return new SqlStatement(sql, values, expected, null, cascade, null, null);
    }

    private void bindKeyed(Row key, List<@Nullable Object> values) {
        key.forEach((name, value) -> form.form(name).bindKeyed(value, values));
    }

    private Cascade cascade(GoneRow row) {
        Set<String> referredTo = cascades.referredTo(form.definition().name());
        if (row.found().columns().containsAll(referredTo)) {
            return new Cascade(cascades, form.definition().name(), row.found(), null);
        }
        List<@Nullable Object> values = new ArrayList<>();
        String columns = referredTo.stream().map(Identifiers::quoted).collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + table + where(row.found(), row.whole(), values);
        return new Cascade(
                cascades, form.definition().name(), row.found(), new SqlStatement(sql, values, Expected.ANY, null));
    }

    private String where(Row found, boolean whole, List<@Nullable Object> values) {
        StringBuilder sql = new StringBuilder();
        found.forEach((name, value) -> {
            ColumnForm column = form.form(name);
            sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(whole ? column.compared(value) : column.keyed());
            if (whole) {
                column.bindCompared(value, values);
            } else {
                column.bindKeyed(value, values);
            }
        });
        return whole ? sql.append(order(found, values)).append(" LIMIT 1").toString() : sql.toString();
    }

    private String order(Row found, List<@Nullable Object> values) {
        StringBuilder order = new StringBuilder();
        found.forEach((name, value) -> {
            String preferred = form.form(name).preferred(value);
            if (!preferred.isEmpty()) {
                order.append(order.isEmpty() ? " ORDER BY " : ", ").append(preferred);
                values.add(value);
            }
        });
        return order.toString();
    }
}

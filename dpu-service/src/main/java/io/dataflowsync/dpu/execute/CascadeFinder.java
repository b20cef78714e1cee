package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.mapping.TargetCascades.Child;
import io.dataflowsync.dpu.statement.Cascade;
import io.dataflowsync.dpu.statement.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that the target will delete along with others, by a cascade: level by level, many at once.
 *
 * <p>They must be looked for, because nothing in the binlog of the source shows them.
 */
final class CascadeFinder {
    private static final int AT_ONCE = 500;
    private static final Set<String> OF_TIME = Set.of("date", "time", "datetime", "timestamp", "year");

    private final Connection connection;
    private final TargetCascades cascades;
    private final Set<String> seen = new HashSet<>();
    private final List<CascadeDeleted> cascadeDeleted = new ArrayList<>();
    private final List<FoundRow> found = new ArrayList<>();

    /** A row of a table with a key. It has the values of the key, and of the columns that refer and are referred to. */
    record FoundRow(TableDefinition table, Map<String, @Nullable Object> values) {}

    private CascadeFinder(Connection connection, TargetCascades cascades) {
        this.connection = connection;
        this.cascades = cascades;
    }

    /**
     * Finds the rows with an integer key that will be deleted by a cascade.
     *
     * @param deletes statements of one SQL that are not run yet
     */
    static List<CascadeDeleted> find(Connection connection, List<SqlStatement> deletes) throws SQLException {
        return of(connection, deletes).map(finder -> finder.cascadeDeleted).orElse(List.of());
    }

    /**
     * Finds the rows that are deleted along with the row of a DELETE. Rows of a table without a primary key are left out: they are deleted
     * along with other rows, or no row refers to them.
     */
    static List<FoundRow> rows(Connection connection, SqlStatement delete) throws SQLException {
        return of(connection, List.of(delete)).map(finder -> finder.found).orElse(List.of());
    }

    private static Optional<CascadeFinder> of(Connection connection, List<SqlStatement> deletes) throws SQLException {
        Cascade first = deletes.get(0).cascade();
        if (first == null) {
            return Optional.empty();
        }
        CascadeFinder finder = new CascadeFinder(connection, first.cascades());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (SqlStatement delete : deletes) {
            if (delete.cascade() != null && delete.cascade().referredTo() != null) {
                rows.addAll(finder.rows(
                        delete.cascade().referredTo().sql(),
                        delete.cascade().referredTo().values()));
            } else if (delete.cascade() != null) {
                rows.add(delete.cascade().found().asMap());
            }
        }
        finder.descend(first.cascades().of(first.table()), rows);
        return Optional.of(finder);
    }

    private void descend(List<Child> children, List<Map<String, @Nullable Object>> parents) throws SQLException {
        for (Child child : children) {
            List<Map<String, @Nullable Object>> next = new ArrayList<>();
            List<List<@Nullable Object>> keys = keys(child, parents);
            for (int from = 0; from < keys.size(); from += AT_ONCE) {
                for (Map<String, @Nullable Object> row :
                        children(child, keys.subList(from, Math.min(keys.size(), from + AT_ONCE)))) {
                    if (isNew(child.table(), row)) {
                        next.add(row);
                    }
                }
            }
            if (!next.isEmpty()) {
                descend(cascades.of(child.table().name()), next);
            }
        }
    }

    /** The values that rows of the child would refer to. A key with a NULL is left out: no row refers to it. */
    private static List<List<@Nullable Object>> keys(Child child, List<Map<String, @Nullable Object>> parents) {
        Set<List<@Nullable Object>> keys = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> parent : parents) {
            List<@Nullable Object> key = new ArrayList<>();
            child.key().parentColumns().forEach(column -> key.add(parent.get(column)));
            if (!key.contains(null)) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    private boolean isNew(TableDefinition table, Map<String, @Nullable Object> row) {
        List<@Nullable Object> key = new ArrayList<>();
        if (table.primaryKey().isEmpty()) {
            key.addAll(row.values());
        } else {
            table.primaryKey().forEach(column -> key.add(row.get(column)));
        }
        boolean isNew = seen.add(table.name() + " " + key);
        if (isNew && !table.primaryKey().isEmpty()) {
            found.add(new FoundRow(table, row));
        }
        if (isNew && table.hasIntegerKey()) {
            cascadeDeleted.add(new CascadeDeleted(table.name().table(), String.valueOf(key.get(0))));
        }
        return isNew;
    }

    private List<Map<String, @Nullable Object>> children(Child child, List<List<@Nullable Object>> keys)
            throws SQLException {
        Set<String> columns = new LinkedHashSet<>(child.table().primaryKey());
        columns.addAll(cascades.referredTo(child.table().name()));
        columns.addAll(child.key().columns());
        String one = child.key().columns().stream()
                .map(column -> Identifiers.quoted(column) + " = ?")
                .collect(Collectors.joining(" AND ", "(", ")"));
        String sql = "SELECT "
                + columns.stream().map(column -> read(child.table(), column)).collect(Collectors.joining(", "))
                + " FROM "
                + Identifiers.quoted(child.table().name()) + " WHERE "
                + String.join(" OR ", Collections.nCopies(keys.size(), one));
        List<@Nullable Object> values = new ArrayList<>();
        keys.forEach(values::addAll);
        return rows(sql, values);
    }

    private List<Map<String, @Nullable Object>> rows(String sql, List<@Nullable Object> values) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            RowRunner.bind(select, values);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.put(found.getMetaData().getColumnName(i), comparable(found.getObject(i)));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /**
     * Wraps bytes so that they can be compared: an array is equal only to itself, so a row that refers to itself would be found without
     * end.
     */
    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? new Binary(bytes) : value;
    }

    /** Reads days and times as texts: the driver has no value for the day 0000-00-00, nor for a time of more than a day. */
    private static String read(TableDefinition table, String column) {
        String name = Identifiers.quoted(column);
        boolean isOfTime = table.column(column)
                .filter(known -> OF_TIME.contains(known.baseType()))
                .isPresent();
        return isOfTime ? "CAST(" + name + " AS CHAR) AS " + name : name;
    }
}

package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.dpu.execute.CascadeFinder.FoundRow;
import io.dataflowsync.dpu.statement.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows that go along with a row by themselves, before it. A server that cascades takes the rows in the order of their keys, and refuses
 * when it meets one that another row of the same cascade refers to without a cascade. On the target the keys are others, so that it
 * may refuse in its order what the source has done in its own.
 */
final class OrderedCascade {
    private final Connection connection;

    OrderedCascade(Connection connection) {
        this.connection = connection;
    }

    /** Deletes those of a DELETE that was refused; whether all of them are gone. */
    boolean delete(SqlStatement refused) throws SQLException {
        List<FoundRow> left = new ArrayList<>(CascadeFinder.rows(connection, refused));
        boolean progress = !left.isEmpty();
        while (progress && !left.isEmpty()) {
            List<FoundRow> referred = new ArrayList<>();
            for (FoundRow row : left) {
                if (!isDeleted(row)) {
                    referred.add(row);
                }
            }
            progress = referred.size() < left.size();
            left = referred;
        }
        return progress;
    }

    /** Whether nothing refers to the row, so that it goes; one that went along with another is gone, too. */
    private boolean isDeleted(FoundRow row) throws SQLException {
        List<String> key = row.table().primaryKey();
        String sql = "DELETE FROM " + Identifiers.quoted(row.table().name()) + " WHERE "
                + key.stream().map(c -> Identifiers.quoted(c) + " = ?").collect(Collectors.joining(" AND "));
        List<@Nullable Object> values = new ArrayList<>();
        key.forEach(column -> values.add(row.values().get(column)));
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            RowRunner.bind(delete, values);
            delete.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (Errors.isStillReferenced(e)) {
                return false;
            }
            throw e;
        }
    }
}

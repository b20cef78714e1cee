package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.table.Identifiers;
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
 * Deletes the rows of a cascade one by one, before the row that they refer to.
 *
 * <p>A server that cascades takes the rows in the order of their keys. It refuses when it comes to a row that another row of the same cascade
 * refers to without a cascade. The target has other keys, so it may refuse, in its order, a DELETE that the source has done in its own
 * order.
 */
final class OrderedCascade {
    private final Connection connection;

    OrderedCascade(Connection connection) {
        this.connection = connection;
    }

    /** Deletes the rows of the cascade of a refused DELETE, and returns whether all of them are gone. */
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

    /** Deletes the row if nothing refers to it, and returns whether it is gone. A row that was deleted along with another is gone, too. */
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

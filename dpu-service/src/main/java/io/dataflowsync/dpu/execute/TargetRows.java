package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.dpu.statement.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks for committed rows on a target that is MySQL. */
public final class TargetRows implements RowFinder {
    private final DataSource target;

    public TargetRows(DataSource target) {
        this.target = target;
    }

    @Override
    public Map<Integer, List<String>> keys(SqlStatement query) throws SQLException {
        try (Connection connection = target.getConnection();
                PreparedStatement select = connection.prepareStatement(query.sql())) {
            connection.setAutoCommit(true);
            RowRunner.bind(select, query.values());
            Map<Integer, List<String>> keys = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.computeIfAbsent(row.getInt(1), n -> new ArrayList<>()).add(row.getString(2));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }
}

package io.dataflowsync.cdc.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.cdc.mapping.DeclaredTies;
import io.dataflowsync.contract.event.BinlogPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code cdc_ties}: how the pipeline file tied tables, and from which statement of the source on. */
public final class TieLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource logServer;

    public TieLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /**
     * The ties that hold after a place; empty where none are known.
     *
     * @param place null for the last ones
     */
    public Optional<DeclaredTies> at(@Nullable BinlogPosition place) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT since, ties FROM cdc_ties ORDER BY id DESC");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String since = rows.getString(1);
                if (place == null
                        || since.isEmpty()
                        || BinlogPosition.parse(since).compareTo(place) <= 0) {
                    return Optional.of(JSON.readValue(rows.getString(2), DeclaredTies.class));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cdc_ties has no ties", e);
        }
    }

    /**
     * Keeps the ties that hold from a statement on.
     *
     * @param since null for the beginning: all others are deleted
     */
    public void hold(@Nullable BinlogPosition since, DeclaredTies ties) throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            if (since == null) {
                run(connection, "DELETE FROM cdc_ties");
            }
            run(
                    connection,
                    "INSERT INTO cdc_ties (since, ties) VALUES (?, ?)",
                    since == null ? "" : since.toString(),
                    JSON.writeValueAsString(ties));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}

package io.dataflowsync.cdc.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.cdc.mapping.DeclaredTies;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
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
     * The ties that hold after a place; empty if none are known.
     *
     * @param place null for the last ones
     */
    public Optional<DeclaredTies> at(@Nullable BinlogPosition place) throws SQLException {
        return Jdbc.query(logServer, "SELECT since, ties FROM cdc_ties ORDER BY id DESC", Held::of).stream()
                .filter(held -> place == null || held.isAt(place))
                .findFirst()
                .map(Held::declared);
    }

    /** A row of the table. */
    private record Held(String since, String ties) {
        static Held of(ResultSet row) throws SQLException {
            return new Held(row.getString(1), row.getString(2));
        }

        boolean isAt(BinlogPosition place) {
            return since.isEmpty() || BinlogPosition.parse(since).compareTo(place) <= 0;
        }

        DeclaredTies declared() {
            try {
                return JSON.readValue(ties, DeclaredTies.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cdc_ties has no ties", e);
            }
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
                Jdbc.update(connection, "DELETE FROM cdc_ties");
            }
            Jdbc.update(
                    connection,
                    "INSERT INTO cdc_ties (since, ties) VALUES (?, ?)",
                    since == null ? "" : since.toString(),
                    JSON.writeValueAsString(ties));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.dataflowsync.cdc.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Reads and writes {@code cdc_skipped}: the places of the source that operators let the capture skip. */
public final class SkipLog {
    private final DataSource logServer;

    public SkipLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /**
     * A skip: it holds for this text at this place, and for nothing else that may be at the place later.
     *
     * @param place {@code file:position}, or the id of an event
     * @param definition the CREATE TABLE of the table after the statement; empty where none was given
     */
    public record Skip(String place, String code, String statement, String definition) {}

    public void add(Skip skip, String by) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO cdc_skipped (place, code, statement, definition, skipped_by, skipped_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, skip.place());
            insert.setString(2, skip.code());
            insert.setString(3, skip.statement());
            insert.setString(4, skip.definition());
            insert.setString(5, by);
            insert.setObject(6, LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    public Set<Skip> all() throws SQLException {
        try (Connection connection = logServer.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT place, code, statement, definition FROM cdc_skipped")) {
            Set<Skip> skips = new HashSet<>();
            while (rows.next()) {
                skips.add(new Skip(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return skips;
        }
    }
}

package io.dataflowsync.cdc.log;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.SQLException;
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
     * @param definition the CREATE TABLE of the table after the statement; empty if none was given
     */
    public record Skip(String place, String code, String statement, String definition) {}

    public void add(Skip skip, String by) throws SQLException {
        Jdbc.update(
                logServer,
                "INSERT INTO cdc_skipped (place, code, statement, definition, skipped_by, skipped_at) VALUES (?, ?, ?, ?, ?, ?)",
                skip.place(),
                skip.code(),
                skip.statement(),
                skip.definition(),
                by,
                LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
    }

    public Set<Skip> all() throws SQLException {
        return new HashSet<>(Jdbc.query(
                logServer,
                "SELECT place, code, statement, definition FROM cdc_skipped",
                row -> new Skip(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }
}

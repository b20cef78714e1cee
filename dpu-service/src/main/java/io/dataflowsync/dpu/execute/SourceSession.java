package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives a session of the target the variables of the source's session for one statement, and sets them back afterwards.
 *
 * <p>The meaning of a statement depends on its session: a literal is a moment in a time zone, {@code CURRENT_TIMESTAMP} is the second in
 * which the source ran it, and {@code sql_mode} says what is a name and what is an error. The connection goes back to a pool, so nothing of
 * that may be left: a session that cannot be set back is ended.
 */
public final class SourceSession {
    /** The modes that 8.0 knows. The other modes of 5.7 do not matter for the definition of a table. */
    private static final Set<String> MODES = Set.of(
            "REAL_AS_FLOAT",
            "PIPES_AS_CONCAT",
            "ANSI_QUOTES",
            "IGNORE_SPACE",
            "ONLY_FULL_GROUP_BY",
            "NO_UNSIGNED_SUBTRACTION",
            "NO_DIR_IN_CREATE",
            "ANSI",
            "NO_AUTO_VALUE_ON_ZERO",
            "NO_BACKSLASH_ESCAPES",
            "STRICT_TRANS_TABLES",
            "STRICT_ALL_TABLES",
            "NO_ZERO_IN_DATE",
            "NO_ZERO_DATE",
            "ALLOW_INVALID_DATES",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "TRADITIONAL",
            "HIGH_NOT_PRECEDENCE",
            "NO_ENGINE_SUBSTITUTION",
            "PAD_CHAR_TO_FULL_LENGTH");

    private static final String SYSTEM = "SYSTEM";

    private final @Nullable StatementSession session;

    /** @param session the source's session; null if it is not known: then the target's session stays as it is */
    public SourceSession(@Nullable StatementSession session) {
        this.session = session;
    }

    /** A task that is run in the session. */
    public interface Task {
        void run() throws SQLException;
    }

    /** Runs a task in the session, and returns a note on what the session could not be given; empty if it was given everything. */
    public Optional<String> during(Connection connection, Task task) throws SQLException {
        if (session == null) {
            task.run();
            return Optional.empty();
        }
        Map<String, String> wanted = wanted(session);
        Map<String, String> before = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        if (session.timeZone().equals(SYSTEM)) {
            notes.add("the source's session had time_zone = SYSTEM, which was taken as UTC");
        }
        try {
            for (Map.Entry<String, String> variable : wanted.entrySet()) {
                String had = value(connection, variable.getKey());
                before.put(variable.getKey(), quoted(had));
                set(connection, variable.getKey(), variable.getValue());
            }
            task.run();
        } finally {
            restore(connection, before);
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }

    private static Map<String, String> wanted(StatementSession session) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (session.timestampMicros() > 0) {
            wanted.put(
                    "timestamp",
                    BigDecimal.valueOf(session.timestampMicros(), 6).toPlainString());
            wanted.put("sql_mode", quoted(modes(session)));
        }
        if (!session.timeZone().isEmpty() && !session.timeZone().equals(SYSTEM)) {
            wanted.put("time_zone", quoted(session.timeZone()));
        }
        if (session.connectionCollation() > 0) {
            wanted.put("collation_connection", String.valueOf(session.connectionCollation()));
        }
        if (session.serverCollation() > 0) {
            wanted.put("collation_server", String.valueOf(session.serverCollation()));
        }
        return wanted;
    }

    private static String modes(StatementSession session) {
        return session.sqlMode().stream().filter(MODES::contains).collect(Collectors.joining(","));
    }

    private static void restore(Connection connection, Map<String, String> before) throws SQLException {
        try {
            for (Map.Entry<String, String> variable : before.entrySet()) {
                boolean clock = variable.getKey().equals("timestamp");
                set(connection, variable.getKey(), clock ? "DEFAULT" : variable.getValue());
            }
        } catch (SQLException e) {
            connection.unwrap(Connection.class).close();
            throw e;
        }
    }

    private static String value(Connection connection, String name) throws SQLException {
        return Jdbc.first(connection, "SELECT @@SESSION." + name, row -> String.valueOf(row.getString(1)))
                .orElseThrow();
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + name + " = " + value);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

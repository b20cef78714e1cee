package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.LostConnection;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.fuzz.generate.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Holds the sessions that write to the source. One statement runs at a time. */
final class SourceSessions implements AutoCloseable {
    private final MySql57 source;
    private final String schema;
    private final Map<Integer, Connection> sessions = new HashMap<>();

    SourceSessions(MySql57 source, String schema) {
        this.source = source;
        this.schema = schema;
    }

    /** Runs a statement in its session; false if the source refuses it, which changes nothing. */
    boolean run(Step step) {
        Connection session = sessions.computeIfAbsent(step.session(), n -> source.connect(schema));
        try (Statement statement = session.createStatement()) {
            statement.execute(step.sql());
            return true;
        } catch (SQLException e) {
            if (LostConnection.is(e)) {
                throw new EngineFailure("the source ended a session at: " + step.sql() + ": " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** Ends all of them; their open transactions are rolled back. */
    @Override
    public void close() {
        for (Connection session : sessions.values()) {
            try {
                session.close();
            } catch (SQLException e) {
                throw new EngineFailure("cannot close a session: " + e.getMessage(), e);
            }
        }
        sessions.clear();
    }
}

package io.dataflowsync.monitor.log;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs SELECTs on the MariaDB of the logs, one at a time, each with a timeout. */
@Singleton
public final class LogDatabase {
    private static final int TIMEOUT_SECONDS = 5;
    private static final int NO_SUCH_TABLE = 1146;
    private static final int NO_SUCH_SCHEMA = 1049;

    private final AgroalDataSource source;

    public LogDatabase(@DataSource("log") AgroalDataSource source) {
        this.source = source;
    }

    /** Makes an object from the current row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a SELECT; empty if dpu-service has not created its tables yet. Capturing alone is a state to show, not an error. */
    <T> List<T> queryWhereWritten(Select select, RowReader<T> reader) {
        try {
            return query(select, reader);
        } catch (LogUnavailableException e) {
            if (e.state().word() == LogState.Word.ABSENT) {
                return List.of();
            }
            throw e;
        }
    }

    /** @throws LogUnavailableException if the server does not answer, or the table does not exist */
    <T> List<T> query(Select select, RowReader<T> reader) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(select.sql())) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            List<Object> arguments = select.arguments();
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new LogUnavailableException(stateOf(e), e);
        }
    }

    <T> Optional<T> queryOne(Select select, RowReader<T> reader) {
        return query(select, reader).stream().findFirst();
    }

    private static LogState stateOf(SQLException e) {
        if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == NO_SUCH_SCHEMA) {
            return new LogState(LogState.Word.ABSENT, "no log has been written yet");
        }
        return new LogState(LogState.Word.DOWN, "MariaDB cannot be read: " + e.getMessage());
    }
}

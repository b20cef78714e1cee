package io.dataflowsync.sandbox.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Controls MySQL's own replication from a 5.7 to an 8.0, by GTIDs.
 *
 * <p>The replica has to be started with {@link #FLAGS}. Replication begins at the position that the source has at the call of {@link
 * #follow}.
 */
public record ReplicationLink(MySql57 source, MySql80 replica) {
    /** The flags that a replica's server needs. */
    public static final String[] FLAGS = {"--gtid-mode=ON", "--enforce-gtid-consistency=ON"};

    private static final String EXECUTED = "SELECT @@GLOBAL.gtid_executed";

    /** Makes the replica follow the source from now on, whatever it followed before. */
    public void follow() {
        String executed = executed();
        String purged =
                executed.isEmpty() ? "SET @nothing_was_executed = 1" : "SET GLOBAL gtid_purged = '" + executed + "'";
        replica.execute(
                "",
                "STOP SLAVE",
                "RESET SLAVE ALL",
                "RESET MASTER",
                purged,
                "CHANGE MASTER TO MASTER_HOST = '%s', MASTER_PORT = %d, MASTER_USER = '%s', MASTER_PASSWORD = '%s', MASTER_AUTO_POSITION = 1"
                        .formatted(source.host(), source.port(), Engine.USER, Engine.PASSWORD),
                "START SLAVE");
    }

    public void start() {
        replica.execute("", "START SLAVE");
    }

    public void stop() {
        replica.execute("", "STOP SLAVE");
    }

    /** The error that stopped the replica; null if it has not stopped. */
    public @Nullable String error() {
        try (Connection connection = replica.connect("");
                Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("SHOW SLAVE STATUS")) {
            if (!status.next()) {
                return "it follows no source";
            }
            String error = status.getString("Last_Error");
            return error == null || error.isEmpty() ? null : error;
        } catch (SQLException e) {
            throw new EngineFailure("SHOW SLAVE STATUS: " + e.getMessage(), e);
        }
    }

    /** Waits until the replica has everything that the source has committed up to now; false if it stopped, or takes too long. */
    public boolean await(Duration patience) {
        String executed = executed();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < patience.toNanos()) {
            if (answer(replica.connect(""), "SELECT WAIT_FOR_EXECUTED_GTID_SET('" + executed + "', 1)")
                    .equals("0")) {
                return true;
            }
            if (error() != null) {
                return false;
            }
        }
        return false;
    }

    private String executed() {
        return answer(source.connect(""), EXECUTED).replace("\n", "");
    }

    private static String answer(Connection connection, String sql) {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new EngineFailure(sql + ": " + e.getMessage(), e);
        }
    }
}

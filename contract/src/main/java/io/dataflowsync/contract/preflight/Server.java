package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.catalog.JdbcUrl;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A server that the pipeline file names.
 *
 * @param path its section, {@code dfs.source}
 */
record Server(String path, String host, int port, JdbcUrl url) {
    private static final int ACCESS_DENIED = 1045;

    /** What is done with a connection that has been opened. */
    interface Use {
        void with(Connection connection) throws SQLException;
    }

    /** Opens one connection for a look; a server that cannot be reached, or breaks off, is a finding. */
    void open(Findings findings, Use use) {
        try (Connection connection = url.connect()) {
            use.with(connection);
        } catch (SQLException e) {
            addFailure(findings, e);
        }
    }

    String address() {
        return host + ":" + port;
    }

    private void addFailure(Findings findings, SQLException e) {
        if (e.getErrorCode() == ACCESS_DENIED) {
            findings.add(
                    path + ".password",
                    "the server " + address() + " does not let in the user '" + url.user() + "' with this password",
                    "write the user and the password of an account there");
        } else if (String.valueOf(e.getSQLState()).startsWith("08")) {
            findings.add(
                    path + ".host",
                    "cannot reach " + address() + reason(e),
                    "start the server, or write the host and port of one that runs");
        } else {
            findings.add(path + ".host", address() + " answers: " + firstLine(e), "see the server's error log");
        }
    }

    private static String reason(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException) {
            return " (unknown host)";
        }
        if (root instanceof SocketTimeoutException) {
            return " (no answer in time)";
        }
        return root == e ? "" : " (" + firstLine(root) + ")";
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}

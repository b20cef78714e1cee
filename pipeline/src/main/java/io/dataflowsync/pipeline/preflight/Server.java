package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.error.SqlStates;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.tls.Refusal;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Connects to a server that the pipeline file names.
 *
 * @param path its section, {@code dfs.source}
 */
record Server(String path, String host, int port, Tls tls, JdbcUrl url) {
    private static final int ACCESS_DENIED = 1045;
    /** How often a connection is opened at most, where the server breaks it off while its encryption is agreed on. */
    private static final int ATTEMPTS = 5;

    /** Uses an open connection. */
    interface Use {
        void with(Connection connection) throws SQLException;
    }

    /** Opens one connection for a check. A server that cannot be reached, or closes the connection, is a finding. */
    void open(Findings findings, Use use) {
        warnOfPlainText(findings);
        try (Connection connection = connect()) {
            use.with(connection);
        } catch (SQLException e) {
            addFailure(findings, e);
        }
    }

    /**
     * Opens a connection. A server that refuses the client's certificate says so and closes the connection; a client that is still writing then
     * may lose what was said ({@code Broken pipe}). So it asks again.
     */
    private Connection connect() throws SQLException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return url.connect();
            } catch (SQLException e) {
                if (!tls.isOn() || !Refusal.isReset(e)) {
                    throw e;
                }
            }
        }
        return url.connect();
    }

    String address() {
        return host + ":" + port;
    }

    /** Warns of an unencrypted connection, unless the file says {@code tls: off}. */
    private void warnOfPlainText(Findings findings) {
        if (!tls.isOn() && !findings.isWritten(path + ".tls") && !ThisHost.is(host)) {
            findings.warn(
                    path + ".host",
                    "the connection to " + address() + " is not encrypted",
                    "write tls: verify-identity, or tls: off in a trusted network");
        }
    }

    private void addFailure(Findings findings, SQLException e) {
        Optional<Refusal> refusal = Refusal.of(e, tls, address()).or(() -> Refusal.ofBrokenOff(e, tls, address()));
        if (refusal.isPresent()) {
            findings.add(
                    path + "." + refusal.get().setting(),
                    refusal.get().what(),
                    refusal.get().fix());
        } else if (e.getErrorCode() == ACCESS_DENIED) {
            findings.add(
                    path + ".password",
                    "the server " + address() + " does not let in the user '" + url.user() + "' with this password",
                    "write the user and the password of an account there");
        } else if (e.getSQLState() != null && SqlStates.isNoAnswer(e)) {
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

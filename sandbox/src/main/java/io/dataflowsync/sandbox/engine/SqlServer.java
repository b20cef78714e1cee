package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Runs a mysqld or mariadbd on a data directory of its own. */
final class SqlServer {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRIES = 3;

    private final SqlFlavour flavour;
    private final RunDirectory run;
    private final EngineOptions options;
    private final String jdbcPrefix;
    private final Path programs;
    private final Path data;
    private final List<String> flags;
    private int port;
    private Child child;

    private SqlServer(SqlFlavour flavour, RunDirectory run, EngineOptions options, String jdbcPrefix) {
        this.flavour = flavour;
        this.run = run;
        this.options = options;
        this.jdbcPrefix = jdbcPrefix;
        SqlTemplate template = new SqlTemplate(flavour, run);
        this.programs = template.programs();
        this.data = options.home().orElseGet(() -> run.newDirectory(flavour.name()));
        template.copyTo(data);
        this.flags = template.flags(programs, data);
        this.child = startOnSomePort();
    }

    /** @param jdbcPrefix the part of its JDBC URL before the address */
    static SqlServer start(SqlFlavour flavour, RunDirectory run, EngineOptions options, String jdbcPrefix) {
        return new SqlServer(flavour, run, options, jdbcPrefix);
    }

    int port() {
        return port;
    }

    Child child() {
        return child;
    }

    void restart() {
        child.stop();
        child = launch();
    }

    /** Tries several ports, since another process may take a free port before the server does. */
    private Child startOnSomePort() {
        OptionalInt wanted = options.port();
        for (int attempt = 1; ; attempt++) {
            port = wanted.orElseGet(FreePort::onLoopback);
            try {
                return launch();
            } catch (EngineFailure failure) {
                if (wanted.isPresent() || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private Child launch() {
        Child started = run.start(flavour.name(), command(), options.environment(), ending());
        boolean answers = Polling.comesTrue(PATIENCE, () -> !started.isAlive() || isThere());
        if (!answers || !started.isAlive()) {
            started.kill();
            throw new EngineFailure(flavour.name() + " did not start on port " + port + ":\n"
                    + String.join("\n", started.lastLines(15)));
        }
        return started;
    }

    private Child.Ending ending() {
        return options.home().isPresent() ? Child.Ending.TERMINATE : Child.Ending.KILL;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve(flavour.program()).toString());
        command.addAll(flags);
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port));
        command.addAll(options.flags());
        return command;
    }

    /** Whether this server answers, and not another one on its port. */
    private boolean isThere() {
        try (Connection connection = DriverManager.getConnection(
                        jdbcUrl("") + "&connectTimeout=2000&socketTimeout=2000", "root", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@datadir")) {
            result.next();
            return Path.of(result.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (SQLException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl(String schema) {
        String settings =
                jdbcPrefix.contains("mysql") ? "sslMode=DISABLED&allowPublicKeyRetrieval=true" : "sslMode=disable";
        return jdbcPrefix + "127.0.0.1:" + port + "/" + schema + "?" + settings;
    }

    Connection connect(String schema) {
        try {
            return DriverManager.getConnection(jdbcUrl(schema), "root", "");
        } catch (SQLException e) {
            throw new EngineFailure("cannot connect to " + flavour.name() + ": " + e.getMessage(), e);
        }
    }

    /** Runs statements as root, one after another. */
    void execute(String schema, List<String> statements) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new EngineFailure(flavour.name() + ": " + e.getMessage(), e);
        }
    }
}

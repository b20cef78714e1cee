package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Holds the four servers of a rehearsal, with the tables of its file at both ends. */
record Stage(SqlFile file, MySql57 source, MySql80 target, MariaDb log, KafkaBroker broker) {
    private static final String LOG_SCHEMA = "dfs_rehearsal";
    private static final int SHOWN = 200;
    private static final String LAST_ROW = "dfs_rehearsal_end";
    /** The first new key; it is so large that each new key differs from the old one. */
    private static final long FIRST_NEW_KEY = 1_000_001;

    static Stage start(RunDirectory run, SqlFile file) {
        return new Stage(file, MySql57.start(run), MySql80.start(run), MariaDb.start(run), KafkaBroker.start(run));
    }

    void makeTables() throws SQLException, IOException {
        String schema = "CREATE SCHEMA " + Identifiers.quoted(file.schema()) + " DEFAULT CHARACTER SET utf8mb4";
        String lastRow = "CREATE TABLE " + LAST_ROW + " (id INT PRIMARY KEY AUTO_INCREMENT)";
        source.execute("", schema);
        target.execute("", schema);
        execute("MySQL 5.7", source.jdbcUrl(file.schema()), SqlFile.Part.TABLES);
        execute("MySQL 8.0", target.jdbcUrl(file.schema()), SqlFile.Part.TABLES);
        source.execute(file.schema(), lastRow);
        target.execute(file.schema(), lastRow);
        target.grant(file.schema());
        try (Connection connection = target.connect(file.schema());
                Statement statement = connection.createStatement()) {
            for (TableDefinition table : InformationSchema.read(connection, List.of(file.schema()))) {
                if (isNumbered(table)) {
                    statement.execute(
                            "ALTER TABLE " + Identifiers.quoted(table.name()) + " AUTO_INCREMENT = " + FIRST_NEW_KEY);
                }
            }
        }
    }

    private static boolean isNumbered(TableDefinition table) {
        return table.hasIntegerKey()
                && table.column(table.primaryKey().get(0))
                        .filter(ColumnDefinition::autoIncrement)
                        .filter(c -> c.baseType().equals("int") || c.baseType().equals("bigint"))
                        .isPresent();
    }

    void fill() throws SQLException, IOException {
        execute("MySQL 5.7", source.jdbcUrl(file.schema()), SqlFile.Part.ROWS);
    }

    /** Whether the comparison saw a row of the files: one row more belongs to this rehearsal itself. */
    static boolean hasRows(Verification verification) {
        return verification.sourceRows() > 1;
    }

    /** How many rows the source has. */
    long rows() throws SQLException {
        long rows = 0;
        try (Connection connection = source.connect(file.schema());
                Statement statement = connection.createStatement()) {
            for (TableDefinition table : InformationSchema.read(connection, List.of(file.schema()))) {
                try (ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM " + Identifiers.quoted(table.name()))) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    /** Commits the last row of all: when it has arrived, everything that was committed before it has arrived, too. */
    void commitLastRow() {
        source.execute(file.schema(), "INSERT INTO " + LAST_ROW + " VALUES ()");
    }

    /** The query that shows whether the last row was captured. */
    static String lastRowIsCaptured() {
        return "SELECT COUNT(*) > 0 FROM cdc_log WHERE table_name = '" + LAST_ROW + "'";
    }

    Connection connectToLog() {
        return log.connect(LOG_SCHEMA);
    }

    /**
     * Runs the statements on one connection, since they set variables for the statements that follow. Bytes are sent as they are: the
     * statements themselves name their character set, otherwise it is UTF-8.
     */
    private void execute(String server, String url, SqlFile.Part part) throws SQLException, IOException {
        String bytes = url + (url.contains("?") ? "&" : "?") + "characterEncoding=ISO-8859-1";
        try (Connection connection = DriverManager.getConnection(bytes, "root", "");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET NAMES utf8mb4");
            file.each(part, next -> {
                try {
                    statement.execute(next.text());
                } catch (SQLException e) {
                    String start = next.text().substring(0, Math.min(next.text().length(), SHOWN));
                    throw new SQLException(next.place() + ": " + server + " says: " + e.getMessage() + ": " + start, e);
                }
            });
        }
    }

    Path pipelineFile(RunDirectory run) throws IOException {
        String text = """
                dfs:
                  project: rehearsal
                  source: { host: %s, port: %d, user: %s, password: %s, schemas: ["%s"] }
                  target: { host: %s, port: %d, user: %s, password: %s, schema: "%s", allow-public-key-retrieval: true }
                  log: { host: %s, port: %d, user: %s, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                  identity: allocate
                """.formatted(
                        source.host(),
                        source.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        file.schema(),
                        target.host(),
                        target.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        file.schema(),
                        log.host(),
                        log.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        LOG_SCHEMA,
                        broker.bootstrapServers());
        return Files.writeString(run.path().resolve("rehearsal.yaml"), text);
    }
}

package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.definition.SourceServerReader;
import io.dataflowsync.cdc.capture.definition.SourceTableReader;
import io.dataflowsync.cdc.capture.definition.SystemZoneReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the source, each time over a connection of its own. */
final class ServerDescriber implements SourceDescriber {
    /** The errors for a missing table, schema or right, and for a view of something that is gone: no statement works on that table. */
    private static final Set<Integer> CANNOT_BE_READ = Set.of(1146, 1049, 1142, 1143, 1044, 1356);

    private final SourceConfig source;

    ServerDescriber(SourceConfig source) {
        this.source = source;
    }

    @Override
    public Described describe(KnownDefinitions last) throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            BinlogPosition before = endOfBinlog(connection);
            KnownDefinitions now = SourceTableReader.read(connection, source.schemas());
            for (TableName table : differing(last, now)) {
                waitForStatements(connection, table);
            }
            return new Described(now, before, endOfBinlog(connection));
        }
    }

    private Set<TableName> differing(KnownDefinitions last, KnownDefinitions now) {
        Set<TableName> names = new TreeSet<>(last.tables().keySet());
        names.addAll(now.tables().keySet());
        names.removeIf(name ->
                !source.schemas().contains(name.schema()) || last.table(name).equals(now.table(name)));
        return names;
    }

    /**
     * Waits for the statements that work on a table. A statement that changes a table holds the table's lock until it is in the binlog,
     * and a query that names the table waits for that lock.
     */
    private static void waitForStatements(Connection connection, TableName table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM " + Identifiers.quoted(table) + " LIMIT 0");
        } catch (SQLException e) {
            if (!CANNOT_BE_READ.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }

    @Override
    public SourceServer server() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return SourceServerReader.read(connection);
        }
    }

    @Override
    public Optional<String> systemZone() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return SystemZoneReader.read(connection);
        }
    }

    @Override
    public Optional<String> systemOffsetAt(long second) throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return SystemZoneReader.offsetAt(connection, second);
        }
    }

    private static BinlogPosition endOfBinlog(Connection connection) throws SQLException {
        return Jdbc.first(connection, "SHOW MASTER STATUS", row -> new BinlogPosition(row.getString(1), row.getLong(2)))
                .orElseThrow(() -> new SQLException("the source writes no binlog: start it with log_bin"));
    }
}

package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.definition.SourceServerReader;
import io.dataflowsync.cdc.capture.definition.SourceTableReader;
import io.dataflowsync.cdc.capture.definition.SystemZoneReader;
import io.dataflowsync.cdc.definition.Definitions;
import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.event.BinlogPosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Asks the source over a connection of its own each time. */
final class ServerDescriber implements SourceDescriber {
    private final SourceConfig source;

    ServerDescriber(SourceConfig source) {
        this.source = source;
    }

    @Override
    public Described describe() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            BinlogPosition before = endOfBinlog(connection);
            Definitions definitions = SourceTableReader.read(connection, source.schemas());
            return new Described(definitions, before, endOfBinlog(connection));
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            if (!row.next()) {
                throw new SQLException("the source writes no binlog: start it with log_bin");
            }
            return new BinlogPosition(row.getString(1), row.getLong(2));
        }
    }
}

package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.preflight.UnfrozenTables;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the source's own description of its tables. */
public final class SourceCatalogue {
    private final SourceConfig source;

    public SourceCatalogue(SourceConfig source) {
        this.source = source;
    }

    /** The number of rows of each table, by the server's statistics. */
    public Map<TableName, Long> estimatedRows() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return InformationSchema.estimatedRows(connection, source.schemas());
        }
    }

    /**
     * The tables that a snapshot cannot read as of one moment, and that have no key that identifies their rows; with the storage engine
     * of each.
     */
    public Map<TableName, String> unfrozen() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return UnfrozenTables.keyless(connection, source.schemas());
        }
    }

    /** Whether the source keeps names in lower case. */
    public boolean lowersNames() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return Jdbc.first(connection, "SELECT @@lower_case_table_names", row -> row.getInt(1) == 1)
                    .orElseThrow();
        }
    }

    /** All tables of the schemas to capture, skipped ones included. */
    public List<TableDefinition> read() throws SQLException {
        try (Connection connection = JdbcUrl.source(source).connect()) {
            return InformationSchema.read(connection, source.schemas());
        }
    }
}

package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.snapshot.CascadeReach;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.preflight.UnfrozenTables;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Decides which tables a snapshot of single tables can read, and which of them it reads together. */
final class ReadableTables {
    private static final Logger LOG = Logger.getLogger(ReadableTables.class);

    private final CapturedTables tables;
    private final TableSnapshotLog log;

    ReadableTables(CapturedTables tables, TableSnapshotLog log) {
        this.tables = tables;
        this.log = log;
    }

    /**
     * These tables, and those that the source itself changes together with them. A table without a key is read only once, so it is read
     * together with all tables that its rows change with.
     */
    Set<TableName> along(Collection<TableName> wanted) throws SQLException {
        List<TableName> once = wanted.stream().filter(tables::hasNoKey).toList();
        Set<TableName> reached = CascadeReach.of(wanted, tables.all());
        reached.addAll(CascadeReach.tied(once, tables.all()));
        for (TableName table : List.copyOf(reached)) {
            if (!wanted.contains(table) && problem(table).isPresent()) {
                LOG.warnf("%s may change together with %s, and cannot be read again", table, wanted);
                reached.remove(table);
            }
        }
        return reached;
    }

    /** The tables that can be read. */
    Set<TableName> among(Collection<TableName> wanted) throws SQLException {
        Set<TableName> read = new TreeSet<>();
        for (TableName table : wanted) {
            if (problem(table).isEmpty()) {
                read.add(table);
            }
        }
        return read;
    }

    /** The reason why a table cannot be read; empty if it can. */
    Optional<String> problem(TableName table) throws SQLException {
        if (!tables.known().containsKey(table)) {
            return Optional.of("the captured schemas have no table " + table);
        }
        if (!tables.captures(table)) {
            return Optional.of(table + " is not captured: take its 'skip' out of the pipeline file and start again");
        }
        if (tables.hasNoKey(table) && log.eventsOf(table) > 0) {
            return Optional.of(table + " has no primary key, so the rows that are on the target already could not be"
                    + " distinguished from those of a snapshot");
        }
        return tables.unfrozen(List.of(table)).entrySet().stream()
                .map(found -> UnfrozenTables.what(table, found.getValue()) + "; " + UnfrozenTables.fix(table))
                .findFirst();
    }
}

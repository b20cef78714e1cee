package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.snapshot.TableSnapshots;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Snapshots of single tables that nobody asks for; keeps what it is asked for itself. */
public final class Unasked implements TableSnapshots {
    public final List<Set<TableName>> again = new ArrayList<>();
    /** What cannot be read again. */
    public Set<TableName> refused = Set.of();

    final List<Set<TableName>> renamed = new ArrayList<>();

    @Override
    public boolean areAsked() {
        return false;
    }

    @Override
    public Set<TableName> asked() {
        return Set.of();
    }

    @Override
    public void ending(Set<TableName> tables, BinlogPosition place, String event) {}

    @Override
    public void done(Set<TableName> tables, BinlogPosition place) {}

    @Override
    public Overtaken overtaken() {
        return Overtaken.NOTHING;
    }

    @Override
    public Set<TableName> askAgain(Set<TableName> tables, String change) {
        again.add(tables);
        return refused;
    }

    @Override
    public Set<TableName> askRenamed(Set<TableName> tables, boolean joining) {
        renamed.add(tables);
        return Set.of();
    }
}

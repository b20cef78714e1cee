package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.Set;

/** Keeps the tables whose rows are to be read, or read again, while the stream waits. */
public interface TableSnapshots {

    /** Whether any table is asked for. The call costs nothing. */
    boolean areAsked();

    /** The tables that are asked for and not done. */
    Set<TableName> asked() throws InterruptedException;

    /**
     * Notes that all rows of these tables, as they were at this place, are published with the next event.
     *
     * @param event the id of that event: the snapshot is done if it is published, even if {@link #done} is never called
     */
    void ending(Set<TableName> tables, BinlogPosition place, String event) throws InterruptedException;

    /** Notes that all rows of these tables, as they were at this place, are published. */
    void done(Set<TableName> tables, BinlogPosition place) throws InterruptedException;

    /** The snapshots that are done, and the tables that need no row before their snapshot. */
    Overtaken overtaken() throws InterruptedException;

    /**
     * Asks for these tables again, and for all that are tied to them by foreign keys that act: a snapshot of them was ahead of a change
     * that deletes or changes rows of theirs without an event in the binlog.
     *
     * @param change the change, for operators
     * @return those of them that cannot be read again
     */
    Set<TableName> askAgain(Set<TableName> tables, String change) throws InterruptedException;

    /**
     * Asks for tables that have taken their names from tables that are asked for.
     *
     * @param joining whether no row of those was captured yet
     * @return those of them that cannot be read
     */
    Set<TableName> askRenamed(Set<TableName> tables, boolean joining) throws InterruptedException;
}

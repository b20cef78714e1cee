package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.Set;

/** The tables whose rows somebody wants to be read, or read again, while the stream waits. */
public interface TableSnapshots {

    /** Whether there are any; costs nothing. */
    boolean areAsked();

    /** Those that are asked for and not done. */
    Set<TableName> asked() throws InterruptedException;

    /**
     * All rows of these tables, as they were at this place, are published with the next event.
     *
     * @param event the id of that one: the snapshot is done where it is published, whether or not {@link #done} is heard of it
     */
    void ending(Set<TableName> tables, BinlogPosition place, String event) throws InterruptedException;

    /** All rows of these tables, as they were at this place, are published. */
    void done(Set<TableName> tables, BinlogPosition place) throws InterruptedException;

    /** What is done, and of what no row is needed before it is. */
    Overtaken overtaken() throws InterruptedException;

    /**
     * Asks for these tables again, and for all that are tied to them by foreign keys that act: a snapshot of them was ahead of a change by
     * which rows of theirs go or change in no event.
     *
     * @param change what it was, for people
     * @return those of them that cannot be read again
     */
    Set<TableName> askAgain(Set<TableName> tables, String change) throws InterruptedException;

    /**
     * Asks for tables that have got their names from tables that are asked for.
     *
     * @param joining whether no row of those was captured yet
     * @return those of them that cannot be read
     */
    Set<TableName> askRenamed(Set<TableName> tables, boolean joining) throws InterruptedException;
}

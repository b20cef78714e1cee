package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.TableName;
import java.util.Set;

/** The tables whose rows somebody wants to be read, or read again, while the stream waits. */
public interface TableSnapshots {

    /** Whether there are any; costs nothing. */
    boolean areAsked();

    /** Those that are asked for and not done. */
    Set<TableName> asked() throws InterruptedException;

    /** All rows of these tables, as they were at this place, are published. */
    void done(Set<TableName> tables, BinlogPosition place) throws InterruptedException;

    /** What is done. */
    Overtaken overtaken() throws InterruptedException;
}

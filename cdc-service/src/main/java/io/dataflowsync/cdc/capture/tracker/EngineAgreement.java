package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceTable;
import io.debezium.relational.Table;

/** Compares the definition with which the engine decodes rows with the known one. */
public final class EngineAgreement {
    private EngineAgreement() {}

    /** Both definitions, one after the other; empty if names, order, types and character sets agree. */
    public static String difference(SourceTable ours, Table engine) {
        String known = EngineReading.columns(ours);
        String used = EngineReading.columns(engine);
        return known.equals(used) ? "" : "the table is (" + known + "), the engine decodes with (" + used + ")";
    }
}

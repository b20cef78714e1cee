package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceTable;
import io.debezium.relational.Table;

/** Whether the engine decodes rows with the definition that we know. */
public final class EngineAgreement {
    private EngineAgreement() {}

    /** Both definitions side by side; empty where names, order, types and character sets agree. */
    public static String difference(SourceTable ours, Table engine) {
        String known = EngineReading.columns(ours);
        String used = EngineReading.columns(engine);
        return known.equals(used) ? "" : "the table is (" + known + "), the engine decodes with (" + used + ")";
    }
}

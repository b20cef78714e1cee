package io.dataflowsync.cdc.capture.engine;

import org.apache.kafka.connect.source.SourceRecord;

/** Marks the last record of a source transaction with a header, because the engine's records do not say where one ends. */
public final class TransactionEnd {
    private static final String HEADER = "dfs.ends-transaction";

    private TransactionEnd() {}

    public static void mark(SourceRecord record) {
        record.headers().addBoolean(HEADER, true);
    }

    public static boolean isAt(SourceRecord record) {
        return record.headers().lastWithName(HEADER) != null;
    }
}

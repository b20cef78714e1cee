package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.TableName;

/** The definition of a captured table is not known; it may be on the topic by now. */
public final class UnknownTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownTableException(TableName table) {
        super("the topic of the table definitions has none of " + table);
    }
}

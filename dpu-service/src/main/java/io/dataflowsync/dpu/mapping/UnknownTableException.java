package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.TableName;

/** Reports that the definition of a captured table is not known. The topic may have it by now. */
public final class UnknownTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownTableException(TableName table) {
        super("the topic of the table definitions has no definition of " + table);
    }
}

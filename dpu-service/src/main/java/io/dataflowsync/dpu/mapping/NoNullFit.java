package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;

/**
 * Refuses NULL for a TIMESTAMP of the target that is NOT NULL. With {@code explicit_defaults_for_timestamp} OFF the server would silently
 * write its own clock instead of NULL.
 */
record NoNullFit(ColumnFit values, ColumnDefinition target) implements ColumnFit {

    @Override
    public Object of(Object value) {
        return values.of(value);
    }

    @Override
    public void requireNull() {
        throw new MappingException(
                ErrorCode.NULL_VALUE,
                "column " + target.name() + " gets NULL, and the target's column is " + target.type()
                        + " NOT NULL: let it be NULL there, and replay; or let the pipeline file say what stands for NULL");
    }
}

package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;

/**
 * A TIMESTAMP of the target that takes no NULL: with {@code explicit_defaults_for_timestamp} OFF the server writes its own clock where it is
 * given one, and says nothing.
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

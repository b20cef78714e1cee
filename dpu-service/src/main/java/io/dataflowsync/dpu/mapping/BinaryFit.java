package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnType;
import java.nio.charset.StandardCharsets;

/** A column of a fixed number of bytes fills up with noughts what has fewer. */
record BinaryFit(ColumnType to, ColumnFit.Misfit misfit) implements ColumnFit {
    @Override
    public Object of(Object value) {
        int length = value instanceof Binary binary
                ? binary.bytes().length
                : value.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length < Math.max(to.size(), 1)) {
            throw misfit.misread(value);
        }
        return value;
    }
}

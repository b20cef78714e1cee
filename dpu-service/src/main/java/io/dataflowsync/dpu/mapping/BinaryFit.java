package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnType;
import java.nio.charset.StandardCharsets;

/** Refuses a value with fewer bytes than a column of a fixed number of bytes has: the server would pad it with zero bytes. */
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

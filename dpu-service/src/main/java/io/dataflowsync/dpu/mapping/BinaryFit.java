package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnType;
import io.dataflowsync.contract.event.Binary;
import java.nio.charset.StandardCharsets;

/** A column of a fixed number of bytes fills up with noughts what has fewer. */
final class BinaryFit {
    private BinaryFit() {}

    static Object of(Object value, ColumnType type, ColumnFit.Misfit misfit) {
        int length = value instanceof Binary binary
                ? binary.bytes().length
                : value.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length < Math.max(type.size(), 1)) {
            throw misfit.misread(value);
        }
        return value;
    }
}

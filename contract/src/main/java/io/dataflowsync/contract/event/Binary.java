package io.dataflowsync.contract.event;

import java.util.Arrays;
import java.util.HexFormat;

/** The value of a binary column, equal by content. The bytes are not copied, so the caller must not change them afterwards. */
public record Binary(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the form of MySQL's binary literals: {@code 0x00FF}. */
    @Override
    public String toString() {
        return "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
    }
}

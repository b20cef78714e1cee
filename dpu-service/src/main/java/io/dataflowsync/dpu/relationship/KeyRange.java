package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;

/**
 * Successive keys.
 *
 * @param last the last key, at least the first
 */
public record KeyRange(BigInteger first, BigInteger last) {

    /** Whether a key is the next one after the range. */
    boolean isBefore(BigInteger key) {
        return last.add(BigInteger.ONE).equals(key);
    }

    /** The same range with a later last key. */
    KeyRange to(BigInteger later) {
        return new KeyRange(first, later);
    }
}

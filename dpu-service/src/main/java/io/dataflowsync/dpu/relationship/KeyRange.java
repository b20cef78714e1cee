package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Successive keys.
 *
 * @param last the last key, at least the first
 */
public record KeyRange(BigInteger first, BigInteger last) {

    /** The number of keys. */
    public BigInteger size() {
        return last.subtract(first).add(BigInteger.ONE);
    }

    /** Divides the range into ranges of at most this size. */
    public List<KeyRange> parts(BigInteger most) {
        List<KeyRange> parts = new ArrayList<>();
        for (BigInteger from = first; from.compareTo(last) <= 0; from = from.add(most)) {
            parts.add(new KeyRange(from, from.add(most).subtract(BigInteger.ONE).min(last)));
        }
        return parts;
    }

    /** Whether a key is the next one after the range. */
    boolean isBefore(BigInteger key) {
        return last.add(BigInteger.ONE).equals(key);
    }

    /** The same range with a later last key. */
    KeyRange to(BigInteger later) {
        return new KeyRange(first, later);
    }
}

package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;
import java.util.List;

/**
 * A range of successive numbers that no row has yet.
 *
 * @param next the first number
 * @param last the last number; smaller than the first if the range is empty
 */
record KeyBlock(BigInteger next, BigInteger last) {

    boolean isUsedUp() {
        return next.compareTo(last) > 0;
    }

    /** The numbers from this one on. */
    KeyBlock from(BigInteger first) {
        return new KeyBlock(first, last);
    }

    /**
     * Hands out numbers.
     *
     * @param most the largest number of keys to hand out; fewer if the range has fewer
     * @param keys the list to which they are added, as decimal numbers
     * @return the rest of the range
     */
    KeyBlock take(int most, List<String> keys) {
        BigInteger there = last.subtract(next).add(BigInteger.ONE).max(BigInteger.ZERO);
        int taken = BigInteger.valueOf(most).min(there).intValueExact();
        BigInteger end = next.add(BigInteger.valueOf(taken));
        if (last.bitLength() < Long.SIZE) {
            long first = next.longValueExact();
            for (int i = 0; i < taken; i++) {
                keys.add(Long.toString(first + i));
            }
        } else {
            for (BigInteger key = next; key.compareTo(end) < 0; key = key.add(BigInteger.ONE)) {
                keys.add(key.toString());
            }
        }
        return new KeyBlock(end, last);
    }
}

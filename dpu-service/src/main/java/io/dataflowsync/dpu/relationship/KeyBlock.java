package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;
import java.util.List;

/**
 * Numbers in a row that are nobody's yet.
 *
 * @param next the first of them
 * @param last the last of them; smaller than the first where there are none
 */
record KeyBlock(BigInteger next, BigInteger last) {

    boolean isUsedUp() {
        return next.compareTo(last) > 0;
    }

    /**
     * Hands out numbers.
     *
     * @param most so many, or as many as there are
     * @param keys to which they are added, in decimals
     * @return what is left
     */
    KeyBlock take(int most, List<String> keys) {
        BigInteger there = last.subtract(next).add(BigInteger.ONE).max(BigInteger.ZERO);
        int taken = BigInteger.valueOf(most).min(there).intValueExact();
        BigInteger behind = next.add(BigInteger.valueOf(taken));
        if (last.bitLength() < Long.SIZE) {
            long first = next.longValueExact();
            for (int i = 0; i < taken; i++) {
                keys.add(Long.toString(first + i));
            }
        } else {
            for (BigInteger key = next; key.compareTo(behind) < 0; key = key.add(BigInteger.ONE)) {
                keys.add(key.toString());
            }
        }
        return new KeyBlock(behind, last);
    }
}

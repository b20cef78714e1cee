package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;

/**
 * Successive old keys with successive new keys: {@code firstOld + i} has the new key {@code firstNew + i}.
 *
 * @param firstOld the first old key; at least 1
 * @param length the number of keys
 * @param firstNew the new key of the first old key
 */
record KeyRun(long firstOld, long length, BigInteger firstNew) {

    long lastOld() {
        return firstOld + length - 1;
    }

    boolean has(long oldKey) {
        return firstOld <= oldKey && oldKey <= lastOld();
    }

    /** The new key of one of the old keys. */
    String newKey(long oldKey) {
        return firstNew.bitLength() < Long.SIZE - 1
                ? Long.toString(firstNew.longValue() + (oldKey - firstOld))
                : firstNew.add(BigInteger.valueOf(oldKey - firstOld)).toString();
    }

    boolean hasNew(BigInteger newKey) {
        BigInteger place = newKey.subtract(firstNew);
        return place.signum() >= 0 && place.compareTo(BigInteger.valueOf(length)) < 0;
    }

    /** The old key of one of the new keys. */
    long oldKey(BigInteger newKey) {
        return firstOld + newKey.subtract(firstNew).longValueExact();
    }
}

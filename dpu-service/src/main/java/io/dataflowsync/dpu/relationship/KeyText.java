package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;

/** Converts keys: events have them as texts, runs and states as numbers. */
final class KeyText {
    /** A number with at most this many characters fits into a long. */
    private static final int LONG_CHARACTERS = 18;

    private static final int WORD_BITS = 6;

    private KeyText() {}

    /** Returns a key that may be in a run; 0 if none can contain it, because it is not above 0, or larger than a long. */
    static long inRun(String key) {
        if (key.length() <= LONG_CHARACTERS) {
            return Math.max(0, Long.parseLong(key));
        }
        BigInteger number = new BigInteger(key);
        return number.signum() > 0 && number.bitLength() < Long.SIZE ? number.longValue() : 0;
    }

    /** Returns the word that has the state of a key of a run. */
    static long word(long key) {
        return key >> WORD_BITS;
    }

    /** Returns the word of {@code relationship_state} that has the state of a key. */
    static long word(String key) {
        return key.length() <= LONG_CHARACTERS
                ? word(Long.parseLong(key))
                : new BigInteger(key).shiftRight(WORD_BITS).longValueExact();
    }

    /** Returns the bit of a key in its word. */
    static long bit(String key) {
        return 1L << (key.length() <= LONG_CHARACTERS ? Long.parseLong(key) : new BigInteger(key).longValue());
    }

    /** Returns the key of a bit of a word. */
    static BigInteger key(long word, int bit) {
        return BigInteger.valueOf(word).shiftLeft(WORD_BITS).add(BigInteger.valueOf(bit));
    }
}

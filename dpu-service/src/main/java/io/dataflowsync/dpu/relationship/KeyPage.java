package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.Relationship.State;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of the used old keys of a table, in order, with their new keys.
 *
 * <p>All keys of a table are read page by page, so that the memory does not grow with the table.
 */
final class KeyPage {
    /** The number of lines of a page, each for 256 keys. */
    private static final int LINES = 125;

    private static final int WORD_SIZE = Long.SIZE;

    private final List<Word> words;
    private final TreeMap<Long, KeyRun> runs = new TreeMap<>();
    private final Map<BigInteger, Optional<BigInteger>> singles;

    /** A word with the states of 64 keys. */
    record Word(long number, StateWord states) {}

    /** Takes a page. */
    interface Taker {
        void take(KeyPage page) throws SQLException, IOException;
    }

    /** Takes a key. */
    interface KeyTaker {
        void take(BigInteger oldKey, BigInteger newKey, State state) throws SQLException, IOException;
    }

    /** Chooses keys of a word. */
    interface Choice {
        /** Returns the bits of the chosen keys. */
        long of(Word word);
    }

    private KeyPage(Connection connection, int table, List<Word> words) throws SQLException {
        this.words = words;
        for (KeyRun run : RunRows.all(connection, table, inRuns(first()), inRuns(last()))) {
            runs.put(run.firstOld(), run);
        }
        this.singles = SingleRows.between(connection, table, first(), last());
    }

    /** Reads all used keys of a table, in order. */
    static void forEach(Connection connection, int table, Taker taker) throws SQLException, IOException {
        List<Word> words = read(connection, table, Long.MIN_VALUE);
        while (!words.isEmpty()) {
            taker.take(new KeyPage(connection, table, words));
            words = read(connection, table, words.get(words.size() - 1).number());
        }
    }

    private static List<Word> read(Connection connection, int table, long after) throws SQLException {
        List<Word> words = new ArrayList<>();
        StateRows.after(connection, table, after, LINES)
                .forEach((number, states) -> words.add(new Word(number, states)));
        return words;
    }

    private static long inRuns(BigInteger key) {
        return key.max(BigInteger.ONE).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /** The first old key that the page may have. */
    BigInteger first() {
        return KeyText.key(words.get(0).number(), 0);
    }

    /** The last old key that the page may have. */
    BigInteger last() {
        return KeyText.key(words.get(words.size() - 1).number(), WORD_SIZE - 1);
    }

    /** Hands on the chosen keys, in order. */
    void forEachKey(Choice choice, KeyTaker taker) throws SQLException, IOException {
        for (Word word : words) {
            for (long bits = choice.of(word); bits != 0; bits &= bits - 1) {
                BigInteger oldKey = KeyText.key(word.number(), Long.numberOfTrailingZeros(bits));
                Optional<BigInteger> newKey = newKey(oldKey);
                if (newKey.isPresent()) {
                    taker.take(oldKey, newKey.get(), word.states().state(Long.lowestOneBit(bits)));
                }
            }
        }
    }

    private Optional<BigInteger> newKey(BigInteger oldKey) {
        Optional<BigInteger> single = singles.isEmpty() ? null : singles.get(oldKey);
        if (single != null) {
            return single;
        }
        if (oldKey.signum() <= 0 || oldKey.bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        long key = oldKey.longValue();
        Map.@Nullable Entry<Long, KeyRun> run = runs.floorEntry(key);
        return run != null && run.getValue().has(key)
                ? Optional.of(run.getValue().firstNew().add(BigInteger.valueOf(key - run.getKey())))
                : Optional.empty();
    }
}

package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.servicekit.cache.LruCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the states of old keys: in memory, then in MariaDB.
 *
 * <p>A key is used as soon as an event is planned with its new key, since the next batch may be planned before that one is logged. MariaDB
 * has it when the batch is logged.
 */
final class KeyStates {
    private final TableNumbers numbers;
    private final LruCache<WordName, Known> durable;
    /** The keys that events use whose batch is not logged yet, by word. */
    private final Map<WordName, Long> open = new ConcurrentHashMap<>();
    /** The number of changes so far, so that a word is not kept that was read before a change. */
    private long changes;

    private record WordName(TableName table, long word) {}

    /**
     * What is known of a word.
     *
     * @param complete whether the bits that are not set are known, too
     */
    private record Known(StateWord word, boolean complete) {}

    /** @param cacheSize the number of words that are kept in memory, each for 64 keys */
    KeyStates(TableNumbers numbers, int cacheSize) {
        this.numbers = numbers;
        this.durable = new LruCache<>(cacheSize);
    }

    /** Whether MariaDB certainly has a state for this key. */
    boolean isUsed(TableName table, String key) {
        Known known = durable.get(new WordName(table, KeyText.word(key)));
        return known != null && (known.word().used() & KeyText.bit(key)) != 0;
    }

    /** Marks a key as used by an event whose batch is not logged yet. */
    void use(TableName table, String key) {
        open.merge(new WordName(table, KeyText.word(key)), KeyText.bit(key), (a, b) -> a | b);
    }

    /** Returns the state of a key; null if it is not in memory. */
    @Nullable
    State inMemory(TableName table, String key) {
        WordName name = new WordName(table, KeyText.word(key));
        // What is open is asked for first: a key that is logged in the meantime is in the word then.
        long used = open.getOrDefault(name, 0L);
        Known known = durable.get(name);
        return known == null || !known.complete() ? null : state(known.word(), used, KeyText.bit(key));
    }

    private static State state(StateWord word, long used, long bit) {
        State state = word.state(bit);
        return state == State.AHEAD && (used & bit) != 0 ? State.RESERVED : state;
    }

    /** Reads the states of keys, and keeps them in memory. A key that no event has used is {@code AHEAD}. */
    Map<String, State> lookUp(Connection connection, TableName table, Collection<String> keys) throws SQLException {
        Map<Long, Long> used = new LinkedHashMap<>();
        keys.forEach(key ->
                used.computeIfAbsent(KeyText.word(key), word -> open.getOrDefault(new WordName(table, word), 0L)));
        Set<Long> words = used.keySet();
        OptionalInt number = numbers.find(connection, table);
        long before = changes();
        Map<Long, StateWord> found = number.isEmpty() ? Map.of() : StateRows.find(connection, number.getAsInt(), words);
        keep(table, words, found, before);
        Map<String, State> states = new LinkedHashMap<>();
        for (String key : keys) {
            long word = KeyText.word(key);
            StateWord bits = found.getOrDefault(word, StateWord.NONE);
            states.put(key, state(bits, used.getOrDefault(word, 0L), KeyText.bit(key)));
        }
        return states;
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(TableName table, Set<Long> words, Map<Long, StateWord> found, long before) {
        if (changes == before) {
            words.forEach(word ->
                    durable.put(new WordName(table, word), new Known(found.getOrDefault(word, StateWord.NONE), true)));
        }
    }

    /** Keeps in memory that no key of a new run has a state, except for keys with a relationship of their own. */
    synchronized void addNew(TableName table, CachedRun added) {
        KeyRun run = added.run();
        for (long word = KeyText.word(run.firstOld()); word <= KeyText.word(run.lastOld()); word++) {
            long first = word * Long.SIZE;
            long last = first + Long.SIZE - 1;
            WordName name = new WordName(table, word);
            if (run.has(Math.max(1, first))
                    && run.has(last)
                    && added.hasNoSingle(first, last)
                    && durable.get(name) == null) {
                durable.put(name, new Known(StateWord.NONE, true));
            }
        }
    }

    /** Computes the part of a run whose keys are used, as far as it is in memory. */
    double use(TableName table, KeyRun run) {
        long used = 0;
        for (long word = KeyText.word(run.firstOld()); word <= KeyText.word(run.lastOld()); word++) {
            WordName name = new WordName(table, word);
            Known known = durable.get(name);
            used += Long.bitCount((known == null ? 0 : known.word().used()) | open.getOrDefault(name, 0L));
        }
        return (double) used / run.length();
    }

    /** Keeps the state of a key in memory, after it is durable. */
    void committed(TableName table, String key, State state) {
        WordName name = new WordName(table, KeyText.word(key));
        long bit = KeyText.bit(key);
        change(name, word -> word.with(bit, state));
        open.computeIfPresent(name, (n, bits) -> (bits & ~bit) == 0 ? null : (Long) (bits & ~bit));
    }

    /** Keeps in memory that the row of a key is deleted. A key that no event has used keeps no state. */
    synchronized void deleted(TableName table, String key) {
        WordName name = new WordName(table, KeyText.word(key));
        long bit = KeyText.bit(key);
        change(name, word -> (word.used() & bit) == 0 ? word : word.with(bit, State.DELETED));
    }

    private synchronized void change(WordName name, UnaryOperator<StateWord> change) {
        changes++;
        Known known = durable.get(name);
        Known before = known == null ? new Known(StateWord.NONE, false) : known;
        durable.put(name, new Known(change.apply(before.word()), before.complete()));
    }

    /** Forgets what MariaDB has. */
    synchronized void clear() {
        changes++;
        durable.clear();
    }

    /** Collects the states of keys by word. */
    static SortedMap<Long, StateWord> words(Map<String, State> states) {
        SortedMap<Long, StateWord> words = new TreeMap<>();
        states.forEach((key, state) -> words.merge(
                KeyText.word(key),
                StateWord.NONE.with(KeyText.bit(key), state),
                (a, b) -> new StateWord(a.live() | b.live(), a.came() | b.came())));
        return words;
    }

    /** Collects the bits of keys by word. */
    static SortedMap<Long, Long> bits(Collection<String> keys) {
        SortedMap<Long, Long> words = new TreeMap<>();
        keys.forEach(key -> words.merge(KeyText.word(key), KeyText.bit(key), (a, b) -> a | b));
        return words;
    }
}

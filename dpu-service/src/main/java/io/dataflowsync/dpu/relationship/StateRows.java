package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads and writes the table {@code relationship_state}. A row, called a line, has four words.
 *
 * <p>Each change is one of bits, so two lanes that change different keys of a line never undo each other's change.
 */
final class StateRows {
    private static final int CHUNK = 1_000;
    private static final int WORDS = 4;
    private static final int WORDS_BITS = 2;

    private static final String COLUMNS = each("live_#, came_#");

    private static final String READ = "SELECT line, " + each("CAST(live_# AS CHAR), CAST(came_# AS CHAR)")
            + " FROM relationship_state WHERE table_no = ?";

    private static final String USED = "(" + each("live_# | came_#", " | ") + ") <> 0";

    /** A new row has the states as they are; in a row that exists, a reserved key keeps the state that it has. */
    private static final String PUT = "INSERT INTO relationship_state (table_no, line, " + COLUMNS + ") VALUES (?, ?, "
            + each("?, ?") + ") ON DUPLICATE KEY UPDATE "
            + each("live_# = (live_# | (VALUES(live_#) & (VALUES(came_#) | ~came_#)))"
                    + " & ~(VALUES(came_#) & ~VALUES(live_#)), came_# = came_# | VALUES(came_#)");

    private static final String UPDATE = "UPDATE relationship_state SET ";
    private static final String OF_LINE = " WHERE table_no = ? AND line = ?";

    private static final String DELETE = UPDATE + each("live_# = live_# & ~(came_# & CAST(? AS UNSIGNED))") + OF_LINE;

    private static final String DELETE_USED = UPDATE
            + each("came_# = came_# | (live_# & CAST(? AS UNSIGNED)), live_# = live_# & ~CAST(? AS UNSIGNED)")
            + OF_LINE;

    private static final String DELETE_ALL = UPDATE + each("live_# = live_# & ~came_#") + " WHERE table_no = ?";

    private static final String REMOVE =
            UPDATE + "live_# = live_# & ~CAST(? AS UNSIGNED), came_# = came_# & ~CAST(? AS UNSIGNED)" + OF_LINE;

    private StateRows() {}

    private static String each(String ofWord) {
        return each(ofWord, ", ");
    }

    /** Repeats a text for each word, with the place of the word for each {@code #}. */
    private static String each(String ofWord, String separator) {
        return IntStream.range(0, WORDS).mapToObj(place -> of(ofWord, place)).collect(Collectors.joining(separator));
    }

    private static String of(String ofWord, long place) {
        return ofWord.replace("#", Long.toString(place));
    }

    /** Returns the words that exist, among those that are asked for. */
    static Map<Long, StateWord> find(Connection connection, int table, Collection<Long> words) throws SQLException {
        Map<Long, StateWord> found = new HashMap<>();
        TreeSet<Long> lines = new TreeSet<>();
        words.forEach(word -> lines.add(word >> WORDS_BITS));
        List<Long> all = List.copyOf(lines);
        for (int from = 0; from < all.size(); from += CHUNK) {
            String chunk = all.subList(from, Math.min(all.size(), from + CHUNK)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            Jdbc.forEach(connection, READ + " AND line IN (" + chunk + ")", row -> addWords(row, found), table);
        }
        return found;
    }

    /**
     * Returns words in order, but none without a state.
     *
     * @param after the word after which they come; the last one of a line
     * @param lines the largest number of lines to read
     */
    static SortedMap<Long, StateWord> after(Connection connection, int table, long after, int lines)
            throws SQLException {
        SortedMap<Long, StateWord> found = new TreeMap<>();
        Jdbc.forEach(
                connection,
                READ + " AND line > ? AND " + USED + " ORDER BY line LIMIT " + lines,
                row -> addWords(row, found),
                table,
                after >> WORDS_BITS);
        return found;
    }

    private static void addWords(ResultSet row, Map<Long, StateWord> words) throws SQLException {
        long first = row.getLong(1) << WORDS_BITS;
        for (int j = 0; j < WORDS; j++) {
            StateWord word = new StateWord(
                    Long.parseUnsignedLong(row.getString(2 * j + 2)), Long.parseUnsignedLong(row.getString(2 * j + 3)));
            if (word.used() != 0) {
                words.put(first + j, word);
            }
        }
    }

    /** Writes the states of keys: those of the bits that a word has, either one. */
    static void put(Connection connection, int table, SortedMap<Long, StateWord> words) throws SQLException {
        write(connection, PUT, lines(words, StateWord.NONE), (statement, line, states) -> {
            statement.setInt(1, table);
            statement.setLong(2, line);
            for (int j = 0; j < WORDS; j++) {
                statement.setString(
                        2 * j + 3, Long.toUnsignedString(states.get(j).live()));
                statement.setString(
                        2 * j + 4, Long.toUnsignedString(states.get(j).came()));
            }
        });
    }

    /** Marks keys as deleted that are applied. */
    static void delete(Connection connection, int table, SortedMap<Long, Long> bits) throws SQLException {
        write(connection, DELETE, lines(bits, 0L), (statement, line, words) -> {
            for (int j = 0; j < WORDS; j++) {
                statement.setString(j + 1, Long.toUnsignedString(words.get(j)));
            }
            statement.setInt(WORDS + 1, table);
            statement.setLong(WORDS + 2, line);
        });
    }

    /** Marks keys as deleted that an event has used. */
    static void deleteUsed(Connection connection, int table, SortedMap<Long, Long> bits) throws SQLException {
        write(connection, DELETE_USED, lines(bits, 0L), (statement, line, words) -> {
            for (int j = 0; j < WORDS; j++) {
                statement.setString(2 * j + 1, Long.toUnsignedString(words.get(j)));
                statement.setString(2 * j + 2, Long.toUnsignedString(words.get(j)));
            }
            statement.setInt(2 * WORDS + 1, table);
            statement.setLong(2 * WORDS + 2, line);
        });
    }

    /** Binds a line to a statement. */
    private interface Binder<T> {
        void bind(PreparedStatement statement, long line, List<T> words) throws SQLException;
    }

    private static <T> void write(Connection connection, String sql, SortedMap<Long, List<T>> lines, Binder<T> binder)
            throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<Long, List<T>> line : lines.entrySet()) {
                binder.bind(statement, line.getKey(), line.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Collects words by line. */
    private static <T> SortedMap<Long, List<T>> lines(SortedMap<Long, T> words, T none) {
        SortedMap<Long, List<T>> lines = new TreeMap<>();
        words.forEach((word, value) -> lines.computeIfAbsent(
                        word >> WORDS_BITS, line -> new ArrayList<>(Collections.nCopies(WORDS, none)))
                .set((int) (word & (WORDS - 1)), value));
        return lines;
    }

    /** Marks all keys of a table as deleted that are applied. */
    static void deleteAll(Connection connection, int table) throws SQLException {
        Jdbc.update(connection, DELETE_ALL, table);
    }

    /** Marks the keys of ranges as deleted that are applied. */
    static void deleteRanges(Connection connection, int table, List<KeyRange> ranges) throws SQLException {
        SortedMap<Long, Long> edges = new TreeMap<>();
        for (KeyRange range : ranges) {
            long first = KeyText.word(range.first().toString());
            long last = KeyText.word(range.last().toString());
            long firstLine = (first >> WORDS_BITS) + 1;
            long lastLine = (last >> WORDS_BITS) - 1;
            if (firstLine <= lastLine) {
                Jdbc.update(connection, DELETE_ALL + " AND line BETWEEN ? AND ?", table, firstLine, lastLine);
            }
            for (long word = first; word <= last; word++) {
                if (word >> WORDS_BITS == firstLine && firstLine <= lastLine) {
                    word = (lastLine + 1) << WORDS_BITS;
                }
                long bits = word == first ? -1L << range.first().longValue() : -1L;
                bits &= word == last ? -1L >>> -(range.last().longValue() + 1) : -1L;
                edges.merge(word, bits, (a, b) -> a | b);
            }
        }
        delete(connection, table, edges);
    }

    /** Takes the state of a key away. */
    static void remove(Connection connection, int table, String key) throws SQLException {
        String bit = Long.toUnsignedString(KeyText.bit(key));
        long word = KeyText.word(key);
        Jdbc.update(connection, of(REMOVE, word & (WORDS - 1)), bit, bit, table, word >> WORDS_BITS);
    }
}

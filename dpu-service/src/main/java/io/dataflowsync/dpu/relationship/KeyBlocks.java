package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands out the new keys of each target table. They come from a block of numbers that {@link NumberClaim} has claimed. The table {@code
 * key_block} stores the unused part of the block.
 *
 * <p>Blocks get larger with use. If a claim cannot be recorded, its numbers are lost, but no number is ever handed out twice.
 */
public final class KeyBlocks {
    private static final long FIRST_SIZE = 1_000;
    private static final long LARGEST_SIZE = 100_000;
    private static final int GROWTH = 4;
    /** Of the keys that a column has left, at most one in this number is reserved ahead. */
    private static final BigInteger SHARE = BigInteger.valueOf(16);

    private final NumberClaim numbers;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();

    public KeyBlocks(NumberClaim numbers) {
        this.numbers = numbers;
    }

    /**
     * Locks the new keys of a target table until the transaction of this connection to MariaDB ends. The relationships of all source tables
     * whose rows go there change only under this lock, except for the states.
     */
    static void lock(Connection log, KeySpace space) throws SQLException {
        // A lock of a row that does not exist yet would not keep another transaction from making it.
        make(log, space.target().table());
    }

    /**
     * Takes successive new keys, within the transaction of this connection to MariaDB.
     *
     * @param most the largest number of keys to take
     * @return the first of the new keys and their number, which is at least 1
     */
    KeyRun takeRun(Connection log, KeySpace space, long firstOld, long most) throws SQLException {
        KeyBlock block = locked(log, space.target().table());
        if (block.isUsedUp()) {
            block = claim(space, Math.min(most, mostAhead(space, block)), block.last());
        }
        long count = block.last()
                .subtract(block.next())
                .add(BigInteger.ONE)
                .min(BigInteger.valueOf(Math.min(most, mostAhead(space, block))))
                .longValueExact();
        record(log, space.target().table(), block.from(block.next().add(BigInteger.valueOf(count))));
        return new KeyRun(firstOld, count, block.next());
    }

    /** The number of keys that may be reserved ahead, so that a small column is not used up by keys that no row gets. */
    private static long mostAhead(KeySpace space, KeyBlock block) {
        return space.largest()
                .subtract(block.next())
                .divide(SHARE)
                .max(BigInteger.ONE)
                .min(BigInteger.valueOf(LARGEST_SIZE))
                .longValueExact();
    }

    /** Takes {@code count} new keys, within the transaction of this connection to MariaDB. */
    List<String> take(Connection log, KeySpace space, int count) throws SQLException {
        KeyBlock block = locked(log, space.target().table());
        List<String> keys = new ArrayList<>(count);
        while (keys.size() < count) {
            if (block.isUsedUp()) {
                block = claim(space, count - keys.size(), block.last());
            }
            block = block.take(count - keys.size(), keys);
        }
        record(log, space.target().table(), block);
        return keys;
    }

    /**
     * Marks all keys up to this one as used: none of them is handed out from now on. Runs within the transaction of this connection to
     * MariaDB.
     */
    static void passOver(Connection log, KeySpace space, String key) throws SQLException {
        KeyBlock block = locked(log, space.target().table());
        BigInteger taken = new BigInteger(key);
        if (taken.compareTo(block.next()) >= 0) {
            record(
                    log,
                    space.target().table(),
                    new KeyBlock(taken.add(BigInteger.ONE), block.last().max(taken)));
        }
    }

    private KeyBlock claim(KeySpace space, long needed, BigInteger lastHandedOut) throws SQLException {
        String table = space.target().table();
        long usual = sizes.getOrDefault(table, FIRST_SIZE);
        long size = Math.max(usual, needed);
        BigInteger first = numbers.claim(space, size, lastHandedOut);
        sizes.put(table, Math.min(LARGEST_SIZE, usual * GROWTH));
        BigInteger last = first.add(BigInteger.valueOf(size - 1));
        return new KeyBlock(first, last.min(space.largest()));
    }

    private static KeyBlock locked(Connection log, String table) throws SQLException {
        Optional<KeyBlock> known = find(log, table);
        if (known.isPresent()) {
            return known.get();
        }
        make(log, table);
        return find(log, table).orElseThrow();
    }

    private static void make(Connection log, String table) throws SQLException {
        Jdbc.update(
                log,
                "INSERT INTO key_block (target_table, next_key, last_key) VALUES (?, 1, 0)"
                        + " ON DUPLICATE KEY UPDATE target_table = target_table",
                table);
    }

    /** Reads the block of a table, and locks it until the transaction ends. Empty before the first key of the table. */
    private static Optional<KeyBlock> find(Connection log, String table) throws SQLException {
        return Jdbc.first(
                log,
                "SELECT CAST(next_key AS CHAR), CAST(last_key AS CHAR) FROM key_block WHERE target_table = ? FOR UPDATE",
                row -> new KeyBlock(new BigInteger(row.getString(1)), new BigInteger(row.getString(2))),
                table);
    }

    private static void record(Connection log, String table, KeyBlock block) throws SQLException {
        Jdbc.update(
                log,
                "UPDATE key_block SET next_key = ?, last_key = ? WHERE target_table = ?",
                block.next().toString(),
                block.last().toString(),
                table);
    }
}

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

    private final NumberClaim numbers;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();

    public KeyBlocks(NumberClaim numbers) {
        this.numbers = numbers;
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

    private KeyBlock claim(KeySpace space, int needed, BigInteger lastHandedOut) throws SQLException {
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
        Jdbc.update(log, "INSERT IGNORE INTO key_block (target_table, next_key, last_key) VALUES (?, 1, 0)", table);
        return find(log, table).orElseThrow();
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
